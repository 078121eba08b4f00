import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from './connect.ts';
import { findBinaries } from './embedded/binaries.node.ts';
import { checkVersion, createCluster, type Place, superuser } from './embedded/cluster.node.ts';
import { runnable } from './embedded/identity.node.ts';
import { startPostmaster } from './embedded/postmaster.node.ts';
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
  /** How long to wait for another process that is using the folder to end: it may be stopping. */
  waitMs?: number;
  /** Settings on top of the defaults; tests turn durability off. */
  settings?: Record<string, string>;
}

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
  if (running && !(await until(() => runningFor(place) === null, options.waitMs ?? stopWithin)))
    throw new Error(
      `Another process (${running.owner}) is using ${options.dataDir}. Stop it, or give DATA_DIR another folder.`,
    );
  await stopLeftover(place.cluster);
  const way = runnable(findBinaries());
  const fresh = !existsSync(place.cluster);
  if (fresh) await createCluster(place, way);
  checkVersion(place.cluster, way);
  const { child, port } = await startPostmaster(place, way, options.settings ?? {});
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
