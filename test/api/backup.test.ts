import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Pool } from '../../db/connect.ts';
import { backupVerbs } from '../../server/cli/backup.node.ts';
import { startDemo } from '../../server/demo.node.ts';
import { caller } from '../support/api.ts';
import { type Clone, cloneDatabase } from '../support/database.ts';
import { sequentialIds, testDeps, testEnv } from '../support/deps.ts';

const folder = mkdtempSync(join(tmpdir(), 'earshot-backup-'));
const file = join(folder, 'demo.backup');
const secret = 'the-secret-of-the-first-installation';
let from: Clone;
let to: Clone;

const depsOf = (db: Pool, key = secret) => {
  const env = { ...testEnv({ SECRET: key, PUBLIC_URL: 'http://localhost:8080' }), dataDir: folder };
  return { ...testDeps({ db, env, newId: () => crypto.randomUUID() }), db };
};
const run = (verb: string, db: Pool, args: string[], key?: string) => backupVerbs[verb]!.run(depsOf(db, key), args);

async function landlordOf(db: Pool): Promise<string> {
  const [row] = await db<{ name: string }[]>`select name from landlord`;
  return row!.name;
}

/** A hash of every row of every table, in any order; the lines that say that a backup was made or put back are left out. */
async function everything(db: Pool): Promise<Record<string, string>> {
  const tables = await db<
    { name: string }[]
  >`select table_name as name from information_schema.tables where table_schema = 'public' order by 1`;
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await db<{ all: string }[]>`
      select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as all
      from ${db(name)} t where ${name === 'audit_log' ? db`action not like 'database.%'` : db`true`}`;
    found[name] = row!.all;
  }
  return found;
}

beforeAll(async () => {
  [from, to] = [await cloneDatabase(), await cloneDatabase()];
  await startDemo(depsOf(from.db));
  await from.db`insert into papers (id, meeting_id, kind, title, filename, content_type, size, content, created_at)
    select ${sequentialIds()()}, id, 'report', E'Tab\\tline\\nslash\\\\ "quote" \\u00fa', 'a.pdf', 'application/pdf', 256,
      (select string_agg(set_byte('\\x00', 0, n), '' order by n) from generate_series(0, 255) n), now() from meetings limit 1`;
}, 60_000);

afterAll(async () => {
  await Promise.all([from.drop(), to.drop()]);
  rmSync(folder, { recursive: true, force: true });
});

test('the demo is backed up into one file that only its owner reads, and comes back row for row; people sign in as before', async () => {
  const told = await run('backup', from.db, [file]);
  expect(told).toMatch(/everything in \d+ tables, [\d,]+ rows, [\d.]+ MB/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const before = await everything(from.db);
  expect(Number(before.residents?.split(' ')[0])).toBeGreaterThan(500);
  expect(await run('restore', to.db, [file])).toMatch(
    /rows in \d+ tables, in .* s\.\nSECRET is the one the backup was made under\./,
  );
  expect(await everything(to.db)).toEqual(before);
  const [{ email, password }] = JSON.parse(readFileSync(join(folder, 'demo-sign-ins.json'), 'utf8'));
  const answer = await caller(depsOf(to.db))('POST /api/auth/sign-in/email', { body: { email, password } });
  expect(answer.status).toBe(200);
  const next = (db: Pool) =>
    db<{ last: number }[]>`select last_value as last from pg_sequences where sequencename = 'print_batches_number_seq'`;
  expect(await next(to.db)).toEqual(await next(from.db));
  expect(await to.db`select actor from audit_log where action = 'database.restore'`).toHaveLength(1);
}, 60_000);

test('a database that is in use is replaced only by naming its landlord, and another secret is said', async () => {
  const name = await landlordOf(to.db);
  await expect(run('restore', to.db, [file])).rejects.toThrow(`This database is not empty: it is ${name}.`);
  await expect(run('restore', to.db, [file, '--replace', 'Somebody else'])).rejects.toThrow('Nothing has changed.');
  await to.db`delete from interests`;
  await to.db`update residents set family_name = 'Changed'`;
  expect(
    await run('restore', to.db, [file, '--replace', name], 'quite-another-secret-of-32-letters-or-more'),
  ).toContain('SECRET is not the one the backup was made under.');
  expect(await everything(to.db)).toEqual(await everything(from.db));
}, 60_000);

const whole = () => readFileSync(file);
const damaged: [string, () => Buffer][] = [
  ['cut off in the middle', () => whole().subarray(0, Math.floor(statSync(file).size / 2))],
  ['cut off near its end', () => whole().subarray(0, statSync(file).size - 12)],
  [
    'with one byte changed',
    () => {
      const bytes = Buffer.from(whole());
      const at = Math.floor(bytes.length / 3);
      bytes[at] = bytes[at]! ^ 0x55;
      return bytes;
    },
  ],
  ['that is no backup', () => Buffer.from('reference,name\nR1,Khan\n')],
  ['that is empty', () => Buffer.alloc(0)],
];

test.each(damaged)('a file %s is refused in a sentence and changes nothing', async (_, bytes) => {
  const path = join(folder, 'damaged.backup');
  writeFileSync(path, bytes());
  const before = await everything(to.db);
  const name = await landlordOf(to.db);
  await expect(run('restore', to.db, [path, '--replace', name])).rejects.toThrow(
    /is not a whole backup: .* Nothing has changed\./,
  );
  expect(await everything(to.db)).toEqual(before);
});

test('a backup of another migration, a file that is there already and one that is not are refused', async () => {
  await expect(run('backup', from.db, [file])).rejects.toThrow('There is a file');
  await expect(run('restore', to.db, [join(folder, 'none')])).rejects.toThrow('There is no file');
  const name = await landlordOf(to.db);
  await to.db`insert into drizzle.__drizzle_migrations (hash, created_at) values ('newer', 9999999999999)`;
  await expect(run('restore', to.db, [file, '--replace', name])).rejects.toThrow(
    /The backup is of migration \d+ and this Earshot has \d+\./,
  );
});
