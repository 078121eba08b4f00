import type { Db } from '../connect.ts';
import journal from '../migrations/meta/_journal.json' with { type: 'json' };

/** When the newest migration of this build was made: the migrator records it with each migration it applies. */
const newest = Math.max(...journal.entries.map((entry) => entry.when));

/** True when every migration of this build has been applied. Throws when the database does not answer. */
export async function isMigrated(db: Db): Promise<boolean> {
  const [table] = await db<{ there: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!table?.there) return false;
  const [row] = await db<{ done: boolean }[]>`
    select coalesce(max(created_at), 0) >= ${newest} as done from drizzle.__drizzle_migrations`;
  return row?.done ?? false;
}
