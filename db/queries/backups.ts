import type { Db } from '../connect.ts';

export interface BackupMade {
  at: Date;
  what: 'backup' | 'restore';
  rows: number;
  bytes: number;
  seconds: number;
}

/** The last backups and restores, newest first: the audit log has them. */
export const backupsMade = (db: Db) => db<BackupMade[]>`
  select at, substring(action from '^database.(.*)$') as what, coalesce((detail ->> 'rows')::float8, 0) as rows,
    coalesce((detail ->> 'bytes')::float8, 0) as bytes, coalesce((detail ->> 'seconds')::float8, 0) as seconds
  from audit_log where subject = 'database' and action in ('database.backup', 'database.restore') order by id desc limit 10`;
