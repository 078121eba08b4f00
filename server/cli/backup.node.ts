import { createHash } from 'node:crypto';
import { restoreBackup } from '../../db/backup/restore.node.ts';
import { writeBackup } from '../../db/backup/write.node.ts';
import { insertAudit } from '../../db/commands/audit.ts';
import type { Deps } from '../deps.ts';
import type { Verb } from './verbs.node.ts';

/** Tells two secrets apart and gives neither away: a secret has at least 32 letters. */
const markOf = (secret: string) => createHash('sha256').update(`backup ${secret}`).digest('hex').slice(0, 16);

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;
const secondsSince = (deps: Deps, from: Date) => Math.round((deps.clock.now().getTime() - from.getTime()) / 100) / 10;
const counted = (count: number) => count.toLocaleString('en-GB');

const line = (deps: Deps, action: string, detail: Record<string, unknown>) => ({
  at: deps.clock.now(),
  actor: 'staff:command-line',
  actorName: 'Command line',
  action,
  subject: 'database',
  detail,
});

const backup: Verb['run'] = async (deps, [file]) => {
  if (!file) throw new Error('Usage: backup FILE');
  const from = deps.clock.now();
  const { rows, tables, bytes } = await writeBackup(deps.db, file, {
    madeAt: from.toISOString(),
    secretMark: markOf(deps.env.secret),
  });
  const seconds = secondsSince(deps, from);
  await insertAudit(deps.db, line(deps, 'database.backup', { rows, bytes, seconds }));
  return [
    `${file}: everything in ${tables} tables, ${counted(rows)} rows, ${megabytes(bytes)}, in ${seconds} s.`,
    'It holds all that is held on residents: keep it as safe as the database, on another machine.',
    'Keep SECRET apart from it. Without it, whoever said stop is not known again by number or email address.',
  ].join('\n');
};

function replaced(args: readonly string[]): string | null {
  const at = args.indexOf('--replace');
  return at < 0 ? null : (args[at + 1] ?? '');
}

const restore: Verb['run'] = async (deps, args) => {
  const [file] = args;
  if (!file || file.startsWith('--')) throw new Error('Usage: restore FILE [--replace "NAME OF THE LANDLORD HERE"]');
  const from = deps.clock.now();
  const header = await restoreBackup(deps.db, file, {
    replace: replaced(args),
    after: (tx, { tables }) =>
      insertAudit(
        tx,
        line(deps, 'database.restore', {
          rows: tables.reduce((sum, one) => sum + one.rows, 0),
          seconds: secondsSince(deps, from),
        }),
      ),
  });
  deps.wake();
  const rows = header.tables.reduce((sum, one) => sum + one.rows, 0);
  const same = header.secretMark === markOf(deps.env.secret);
  return [
    `${header.landlord || 'The database'} as it stood at ${header.madeAt}: ${counted(rows)} rows in ${header.tables.length} tables, in ${secondsSince(deps, from)} s.`,
    same
      ? 'SECRET is the one the backup was made under.'
      : 'SECRET is not the one the backup was made under. Set it to that one before you start: until then people who said stop are not known by number or email address, and links in messages already sent do not open.',
  ].join('\n');
};

/** Everything into one file, and back. */
export const backupVerbs: Readonly<Record<string, Verb>> = {
  backup: { takes: 'FILE', does: 'Write everything into one file, while others go on working', run: backup },
  restore: {
    takes: 'FILE [--replace "NAME"]',
    does: 'Put a backup into an empty database, or in the place of one whose landlord you name',
    run: restore,
  },
};
