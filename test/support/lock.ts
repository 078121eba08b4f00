import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// `npm run lock`, after npm has changed package-lock.json. npm leaves out what its registry could not give it, and a
// package for another system that is left out stops `npm ci` here and is not installed there. This puts them back.

const file = fileURLToPath(new URL('../../package-lock.json', import.meta.url));

interface Locked {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  optionalDependencies?: Record<string, string>;
  os?: string[];
  cpu?: string[];
  libc?: string[];
}

interface Lock {
  packages: Record<string, Locked>;
}

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
  'windows',
];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const libraries: Record<string, string> = { musl: 'musl', musleabihf: 'musl', gnu: 'glibc', gnueabihf: 'glibc' };

/** Which machines a package is for, read from its name: `@scope/thing-linux-x64-musl`. */
function machines(name: string): Pick<Locked, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[-/]/);
  const os = words.filter((word) => systems.includes(word)).map((word) => (word === 'windows' ? 'win32' : word));
  const cpu = words.map((word) => (word === '64' ? 'x64' : word)).filter((word) => processors.includes(word));
  const libc = words.flatMap((word) => libraries[word] ?? []);
  return { ...(os.length > 0 && { os }), ...(cpu.length > 0 && { cpu }), ...(libc.length > 0 && { libc }) };
}

/** Where npm would have put a dependency: in the nearest folder above that has it, else at the top. */
function isLocked({ packages }: Lock, from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    if (packages[at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

/** The optional packages that a lockfile names and does not hold, with the entries to add. */
export function missingFrom(lock: Lock): Record<string, Locked> {
  const missing: Record<string, Locked> = {};
  for (const [from, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (isLocked(lock, from, name) || !/^\d/.test(version)) continue;
      const top = `node_modules/${name}`;
      const place = missing[top] && missing[top].version !== version ? `${from}/node_modules/${name}` : top;
      missing[place] = { version, ...machines(name), ...(dev && { dev }), optional: true };
    }
  }
  return missing;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
  const missing = missingFrom(lock);
  const [top, ...rest] = Object.entries({ ...lock.packages, ...missing });
  const sorted = rest.sort(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(
    file,
    `${JSON.stringify({ ...lock, packages: Object.fromEntries(top ? [top, ...sorted] : sorted) }, null, 2)}\n`,
  );
  console.log(`${Object.keys(missing).length} packages for other systems put back.`);
}
