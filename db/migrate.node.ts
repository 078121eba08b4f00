import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { connect } from './connect.ts';

/** Any number, the same for every process that migrates this database. */
const lockKey = 4_217_005;
const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));

/**
 * Applies what is missing, in one transaction, while no other process does. Takes the address of the database.
 * Has a connection of its own: drizzle changes the parsers of the client it is given, and the lock is the session's.
 */
export async function migrateDatabase(url: string): Promise<void> {
  const client = connect(url, { max: 1 });
  try {
    await client`select pg_advisory_lock(${lockKey})`;
    await migrate(drizzle({ client }), { migrationsFolder });
  } finally {
    await client.end();
  }
}
