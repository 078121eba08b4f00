import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Counts, countPlaywright, countVitest, none, single, sum } from './support/counts.ts';
import { namesIn } from './support/names.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, 'node_modules', '.cache', 'earshot-test');
/** What Node has read once of our sources: some fifty processes start, and each would strip their types anew. */
const compiled = join(root, 'node_modules', '.cache', 'earshot-compiled');

interface Step {
  name: string;
  command: readonly string[];
  env?: Record<string, string>;
  /** Reads the counts of a step that is tests; a step that only checks counts when it fails. */
  count(passed: boolean): Counts;
}

const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const report = (name: string) => join(reports, `${name}.json`);
const check = (name: string, ...command: string[]): Step => ({
  name,
  command,
  count: (ok) => (ok ? none : single('failed')),
});

const vitest = (name: string, project: string): Step => ({
  name,
  command: [
    bin('vitest'),
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report(project)}`,
  ],
  count: (ok) => countVitest(report(project), ok),
});

const browser: Step = {
  name: 'browser',
  command: [bin('playwright'), 'test', '--reporter=line,json'],
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report('browser') },
  count: (ok) => countPlaywright(report('browser'), ok),
};

/** Each benchmark or proof once, small: that it works, not how fast. */
const small = (kind: 'bench' | 'proof'): Step[] =>
  namesIn(new URL(`./${kind}/`, import.meta.url), kind).map((name) => ({
    name: `${kind} ${name}`,
    command: [process.execPath, join(root, 'test', kind, 'run.ts'), name, '--small'],
    count: (ok) => single(ok ? 'passed' : 'failed'),
  }));

/** Once for all, so that no two servers of the tests build at the same time. */
const first: readonly Step[] = [
  check('web', process.execPath, '--eval', "import('./server/build.node.ts').then((build) => build.buildWeb())"),
];

/** Taken two at a time, the longest first: many steps wait more than they work, and two cores have room for two. */
const steps: readonly Step[] = [
  browser,
  vitest('database', 'db'),
  vitest('unit', 'pure'),
  vitest('both runtimes', 'runtime'),
  check('types', bin('tsc'), '--noEmit', '-p', 'tsconfig.json'),
  check('types of surveys', bin('tsc'), '--noEmit', '-p', 'surveys/tsconfig.json'),
  check('lint', bin('biome'), 'ci', '--max-diagnostics=200', '.'),
  check(
    'boundaries',
    bin('depcruise'),
    '--config',
    '.dependency-cruiser.cjs',
    'surveys',
    'channels',
    'db',
    'server',
    'web',
  ),
  check('nothing unused', bin('knip')),
  ...small('proof'),
  ...small('bench'),
];

/** Runs one command, keeping what it says; gives whether it succeeded and what was said. */
async function run({ command, env }: Step): Promise<{ ok: boolean; said: string }> {
  const [file = '', ...args] = command;
  const child = spawn(file, args, {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: '0', NODE_COMPILE_CACHE: compiled, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const [code] = await Promise.race([once(child, 'close'), once(child, 'error').then(([error]) => [error])]);
  return { ok: code === 0, said };
}

async function runStep(step: Step): Promise<Counts> {
  const from = performance.now();
  const { ok, said } = await run(step);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  const counts = step.count(ok);
  const tally =
    counts.passed + counts.failed + counts.skipped > 0
      ? `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`
      : '';
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${step.name.padEnd(24)} ${seconds.padStart(6)} s  ${tally}`);
  for (const skipped of counts.skips) console.log(`       skipped: ${skipped}`);
  if (!ok)
    console.log(
      said
        .trimEnd()
        .split('\n')
        .slice(-150)
        .map((line) => `       ${line}`)
        .join('\n'),
    );
  return ok || counts.failed > 0 ? counts : sum(counts, single('failed'));
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const only = process.argv.slice(2);
console.log(`Node ${process.version}, ${availableParallelism()} cores`);
const wanted = ({ name }: Step) => only.length === 0 || only.includes(name);

/** Runs what is left of the steps, one after another, until another lane has taken the last. */
async function runLane(left: Step[]): Promise<Counts> {
  let counts = none;
  for (let step = left.shift(); step !== undefined; step = left.shift()) counts = sum(counts, await runStep(step));
  return counts;
}

const before = await runLane(first.filter(wanted));
const left = steps.filter(wanted);
const beside = await Promise.all([runLane(left), runLane(left)]);
const total = [before, ...beside].reduce(sum, none);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 ? 1 : 0;
