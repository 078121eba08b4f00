import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { connect } from './connect.ts';
import { findBinaries } from './embedded/binaries.node.ts';
import { type Identity, type Runnable, runnable } from './embedded/identity.node.ts';
import { exists, parentOf, until, workersIn } from './embedded/processes.node.ts';

/** A running embedded Postgres. */
export interface Embedded {
  url: string;
  /** True when this start made the database. */
  fresh: boolean;
  /** Stops it cleanly; does nothing when another process of ours started it. */
  stop(): Promise<void>;
  /** Settles when Postgres ends without having been told to. */
  ended: Promise<void>;
}

export interface EmbeddedOptions {
  dataDir: string;
  /** Use the one that a running server started, instead of refusing. For the command line. */
  share?: boolean;
  /** Settings on top of the defaults; tests turn durability off. */
  settings?: Record<string, string>;
}

interface Place {
  /** The data directory itself. */
  cluster: string;
  password: string;
  /** Which process started the running Postgres, and on which port. */
  note: string;
}

const superuser = 'earshot';
const database = 'earshot';
const stopWithin = 10_000;
const never = new Promise<void>(() => {});

/**
 * Starts the Postgres that came with npm over `dataDir`: made when absent, a leftover of a killed process stopped first.
 * Throws with a sentence for the operator when another process is using the folder or Postgres cannot run here.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const home = realpathSync(options.dataDir);
  const place = {
    cluster: join(home, 'postgres'),
    password: join(home, 'postgres-password'),
    note: join(home, 'postgres-running'),
  };
  const running = runningFor(place);
  if (running && options.share)
    return { url: addressOf(place, running.port), fresh: false, stop: async () => {}, ended: never };
  if (running)
    throw new Error(
      `Another process (${running.owner}) is using ${options.dataDir}. Stop it, or give DATA_DIR another folder.`,
    );
  await stopLeftover(place.cluster);
  const way = runnable(findBinaries());
  const fresh = !existsSync(place.cluster);
  if (fresh) await create(place, way);
  checkVersion(place.cluster, way);
  const { child, port } = await start(place, way, options.settings ?? {});
  const url = addressOf(place, port);
  await ensureDatabase(url);
  return { url, fresh, ...ending(child, place) };
}

const addressOf = (place: Place, port: number, name = database) =>
  `postgres://${superuser}:${readFileSync(place.password, 'utf8')}@127.0.0.1:${port}/${name}`;

function pidOf(cluster: string): number {
  const file = join(cluster, 'postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
}

/** The live process of ours whose child the running Postgres is; null when it has none. */
function runningFor({ cluster, note }: Place): { owner: number; port: number } | null {
  const pid = pidOf(cluster);
  if (!pid || !existsSync(note) || !workersIn(cluster, pid).includes(pid)) return null;
  const [owner = 0, port = 0] = readFileSync(note, 'utf8').split(' ').map(Number);
  return parentOf(pid) === owner ? { owner, port } : null;
}

/**
 * Ends a Postgres whose parent was killed. Where process 1 reaps slowly the dead one is a zombie for a second or two,
 * and Postgres takes its pid file for a live one: so wait until the pid is gone, not only the work.
 */
async function stopLeftover(cluster: string): Promise<void> {
  const pid = pidOf(cluster);
  if (!pid) return;
  const working = workersIn(cluster, pid);
  const ours = working.includes(pid);
  if (ours) process.kill(pid, 'SIGINT');
  const gone = () => workersIn(cluster, pid).length === 0 && (!ours || !exists(pid));
  if (working.length > 0 && !(await until(gone, stopWithin))) {
    throw new Error(`A Postgres (process ${pid}) left over in ${cluster} does not stop. End it, then start again.`);
  }
  // A pid that now belongs to somebody else, or a zombie: no process works here, so the file is stale.
  if (!(await until(() => !exists(pid), ours ? stopWithin : 2000)))
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/** On Linux as root the folder may be one only root can enter: Postgres is started inside it and told "where you stand". */
const seenFrom = (cluster: string, { uid }: Identity) =>
  process.platform === 'linux' && uid !== undefined ? '/proc/self/cwd' : cluster;

const give = (path: string, { uid, gid }: Identity) => {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
};

/** Makes the data directory beside its place and moves it there when whole, so that a half-made one is never used. */
async function create(place: Place, { binaries, identity }: Runnable): Promise<void> {
  const making = `${place.cluster}.new`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  writeFileSync(place.password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  give(making, identity);
  give(place.password, identity);
  const passwordFile = openSync(place.password, 'r');
  const [command = '', ...args] = [
    ...identity.prefix,
    join(binaries.native, 'bin', 'initdb'),
    ...['-D', seenFrom(making, identity), '-U', superuser, '--auth=scram-sha-256', '--encoding=UTF8'],
    `--pwfile=${identity.uid === undefined ? place.password : '/proc/self/fd/3'}`,
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
  ];
  const { uid, gid } = identity;
  const child = spawn(command, args, { cwd: making, uid, gid, stdio: ['ignore', 'ignore', 'pipe', passwordFile] });
  const said = lastLines(child);
  const [code] = (await once(child, 'close')) as [number | null];
  closeSync(passwordFile);
  chownBack(place.password);
  if (code !== 0) throw new Error(`The embedded database could not be made:\n${said().join('\n')}`);
  renameSync(making, place.cluster);
}

/** The password is ours to read; Postgres has no more need of it. */
function chownBack(path: string) {
  if (process.getuid && process.getgid) chownSync(path, process.getuid(), process.getgid());
  chmodSync(path, 0o600);
}

function checkVersion(cluster: string, { binaries }: Runnable) {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const major = binaries.version.split('.')[0];
  if (made === major) return;
  throw new Error(
    `The data in ${cluster} is Postgres ${made}'s, and this is Postgres ${major}. Restore a backup, or set DATABASE_URL.`,
  );
}

/** Keeps the last lines Postgres said, for an error at start. They are never logged: a statement may hold an answer. */
function lastLines(child: ChildProcess): () => string[] {
  const lines: string[] = [];
  child.on('error', (error) => lines.push(error.message));
  if (child.stderr) createInterface(child.stderr).on('line', (line) => lines.push(line) > 20 && lines.shift());
  return () => lines;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No free port was found.');
  return address.port;
}

/** With util-linux, Postgres is told to shut down the moment this process dies, however it dies. */
const dieWithUs = () =>
  process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'INT', '--', 'true']).status === 0
    ? ['setpriv', '--pdeathsig', 'INT', '--']
    : [];

async function start(place: Place, way: Runnable, settings: Record<string, string>) {
  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    const { child, ready, said } = launch(place, way, port, settings);
    writeFileSync(place.note, `${process.pid} ${port}`);
    if (await ready) return { child, port };
    const lines = said();
    // Somebody may take the port between finding it free and using it.
    if (tries >= 3 || !lines.some((line) => line.includes('could not bind'))) {
      throw new Error(`The embedded database did not start:\n${lines.join('\n')}`);
    }
  }
}

function launch({ cluster }: Place, { binaries, identity }: Runnable, port: number, more: Record<string, string>) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_min_error_statement: 'panic',
    ...more,
  };
  const [command = '', ...args] = [
    ...dieWithUs(),
    ...identity.prefix,
    ...[join(binaries.native, 'bin', 'postgres'), '-D', seenFrom(cluster, identity), '-p', String(port)],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const { uid, gid } = identity;
  // A session of its own, so that Ctrl-C reaches us first and we stop it when our work is done.
  const child = spawn(command, args, { cwd: cluster, uid, gid, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const said = lastLines(child);
  const ready = new Promise<boolean>((resolve) => {
    child.stderr?.on('data', (chunk: Buffer) => chunk.includes('ready to accept connections') && resolve(true));
    child.on('error', () => resolve(false));
    child.on('close', () => resolve(false));
  });
  return { child, ready, said };
}

async function ensureDatabase(url: string): Promise<void> {
  const sql = connect(url.replace(/\/[^/]*$/, '/postgres'), { max: 1 });
  const [row] = await sql`select 1 from pg_database where datname = ${database}`;
  if (!row) await sql`create database ${sql(database)}`;
  await sql.end();
}

function ending(child: ChildProcess, place: Place): Pick<Embedded, 'stop' | 'ended'> {
  let told = false;
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    told = true;
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
    const forced = setTimeout(() => child.kill('SIGQUIT'), stopWithin);
    await closed;
    clearTimeout(forced);
    rmSync(place.note, { force: true });
  };
  return { stop, ended: closed.then(() => (told ? never : undefined)) };
}
