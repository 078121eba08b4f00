import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Identity, Runnable } from './identity.node.ts';
import { lastLines } from './said.node.ts';

/** What stands in the data folder. */
export interface Place {
  /** The data directory itself. */
  cluster: string;
  password: string;
  /** Which process started the running Postgres, and on which port. */
  note: string;
}

/** The database's own user, whose password is the folder's. */
export const superuser = 'earshot';

/** On Linux as root the folder may be one only root can enter: Postgres is started inside it and told "where you stand". */
export const seenFrom = (cluster: string, { uid }: Identity) =>
  process.platform === 'linux' && uid !== undefined ? '/proc/self/cwd' : cluster;

const give = (path: string, { uid, gid }: Identity) => {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
};

/** Makes the data directory beside its place and moves it there when whole, so that a half-made one is never used. */
export async function createCluster(place: Place, { binaries, identity }: Runnable): Promise<void> {
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

/** Refuses, in a sentence, data that another major version made. */
export function checkVersion(cluster: string, { binaries }: Runnable) {
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const major = binaries.version.split('.')[0];
  if (made === major) return;
  throw new Error(
    `The data in ${cluster} is Postgres ${made}'s, and this is Postgres ${major}. Restore a backup, or set DATABASE_URL.`,
  );
}
