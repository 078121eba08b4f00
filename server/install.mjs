// Installs what is missing. Plain JavaScript for Node 20, and no package: it runs before there is any.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.earshot-lock');
const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
const hash = createHash('sha256').update(lockText).digest('hex');

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** True when npm's own note of what it installed has every package of the lockfile that this machine needs. */
function installedByHand() {
  const note = read(join(modules, '.package-lock.json'));
  if (note === '') return false;
  const have = JSON.parse(note).packages;
  const need = Object.entries(JSON.parse(lockText).packages).filter(([path]) => path !== '');
  return need.every(([path, { version, optional }]) => have[path]?.version === version || (optional && !have[path]));
}

function run(command, args, cwd) {
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2] });
  if (status === 0) return;
  console.error(`Installing failed (${args.join(' ')}). See above; then run the same command again.`);
  process.exit(1);
}

// The Node that runs npm, not the one in node_modules: npm ci deletes that.
const node = process.env.npm_node_execpath ?? process.execPath;

function npm(...args) {
  const script = process.env.npm_execpath;
  if (script) run(node, [script, ...args], root);
  else run('npm', args, root);
}

function install() {
  console.error('Installing packages (once; a minute or two) ...');
  npm('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error');
}

/** The npm package `node` fetches its binary in an install script, which a strict npm leaves out; then nothing links to it. */
function completeNode() {
  const folder = join(modules, 'node');
  if (['node', 'node.exe'].some((name) => existsSync(join(folder, 'bin', name)))) return;
  run(node, ['installArchSpecificPackage.js'], folder);
  npm('rebuild', 'node', '--ignore-scripts', '--loglevel=error');
}

if (read(stamp) !== hash) {
  if (!installedByHand()) install();
  completeNode();
  writeFileSync(stamp, hash);
}
