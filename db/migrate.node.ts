import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

/** Any number, the same for every process that migrates this database. */
const lockKey = 4_217_005;
const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/**
 * Applies what is missing, in one transaction, while no other process does. Takes the address of the database.
 * Has a plain client of its own: drizzle changes the parsers of the one it is given, and reads `created_at` under that name, which ours would give as
 * `createdAt`; the lock is the session's.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${lockKey})`;
    await migrate(drizzle({ client }), { migrationsFolder });
  } finally {
    await client.end();
  }
}
