import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Binaries, readableCopy } from './binaries.node.ts';

/** As whom Postgres runs: it refuses root. `prefix` is a command that puts it there. */
export interface Identity {
  uid?: number;
  gid?: number;
  prefix: readonly string[];
}

export interface Runnable {
  binaries: Binaries;
  identity: Identity;
}

const ourselves: Identity = { prefix: [] };

/** A namespace in which root's files belong to nobody: for containers that have no second user to give. */
const unshared: Identity = { prefix: ['unshare', '--user', '--map-user=65534', '--map-group=65534'] };

function systemUser(name: string): Identity | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid && uid !== '0' ? { uid: Number(uid), gid: Number(gid), prefix: [] } : null;
}

function makeUser(name: string): Identity | null {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', name]);
    return systemUser(name);
  } catch {
    return null;
  }
}

const canRun = ({ native }: Binaries, { prefix, ...who }: Identity): boolean => {
  const [command = '', ...args] = [...prefix, join(native, 'bin', 'postgres'), '--version'];
  return spawnSync(command, args, { ...who, cwd: '/' }).status === 0;
};

/**
 * Finds a way to run Postgres: as ourselves; as root, as its own user (made when absent), from a copy where
 * node_modules lies in a folder only root can read, or in a user namespace. Throws, naming DATABASE_URL, when none works.
 */
export function runnable(binaries: Binaries): Runnable {
  if (process.getuid?.() !== 0) return { binaries, identity: ourselves };
  const user = systemUser('postgres') ?? makeUser('postgres') ?? systemUser('nobody');
  if (user && canRun(binaries, user)) return { binaries, identity: user };
  if (user) {
    const copy = readableCopy(binaries);
    if (canRun(copy, user)) return { binaries: copy, identity: user };
  }
  if (canRun(binaries, unshared)) return { binaries, identity: unshared };
  throw new Error(
    'Postgres does not run as root and no other user could be used here. Start as an ordinary user, or set DATABASE_URL.',
  );
}
