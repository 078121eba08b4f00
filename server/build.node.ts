import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fonts, framedName, scriptName } from '../web/pages/assets.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'dist', '.built');
/** What the console is made of. */
const sources = ['web', 'surveys', 'server/routes/contract', 'server/actor.ts', 'package-lock.json'];

const scripts = [
  ['saving.ts', scriptName],
  ['framed.ts', framedName],
] as const;

function filesUnder(path: string): string[] {
  const entries = readdirSync(join(root, path), { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  const files = sources.flatMap((path) => (path.includes('.') ? [join(root, path)] : filesUnder(path)));
  for (const file of files.filter((one) => !one.includes('.test.')).sort())
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

async function vite(folder: 'web/console' | 'web/resident'): Promise<void> {
  const args = [join(root, 'node_modules/vite/bin/vite.js'), 'build', join(root, folder), '--logLevel', 'error'];
  // A process of its own: what the build takes of memory goes back when it ends.
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${folder} could not be built; see above.`);
}

/** What resident pages load: the fonts of their packages, and the little scripts with their types taken out. */
async function residentFiles(): Promise<void> {
  const folder = join(root, 'dist', 'assets');
  mkdirSync(folder, { recursive: true });
  for (const { source, name } of fonts) copyFileSync(join(root, 'node_modules', source), join(folder, name));
  // Loaded only when something is built: vite takes a third of a second to load.
  const { transformWithOxc } = await import('vite');
  for (const [source, name] of scripts) {
    const script = join(root, 'web/resident', source);
    writeFileSync(join(folder, name), (await transformWithOxc(readFileSync(script, 'utf8'), script)).code);
  }
}

/** Builds the files of resident pages into `dist/assets` and the console into `dist/console`, unless nothing it is made of has changed. */
export async function buildWeb(): Promise<void> {
  const hash = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  await vite('web/console');
  await residentFiles();
  await vite('web/resident');
  writeFileSync(stamp, hash);
}
