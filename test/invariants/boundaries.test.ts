import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Files that stand in the planted tree for what is imported. */
const good: Record<string, string> = {
  'surveys/domain.ts': `import { z } from 'zod';\nexport const domain = z.string();\nexport type Domain = string;`,
  'surveys/results/raw/tally.ts': `export const tally = 1;`,
  'surveys/questionnaire/surveyjs.ts': `import { Model } from 'survey-core';\nexport const model = Model;`,
  'channels/channel.ts': `import type { Domain } from '../surveys/domain.ts';\nexport type Channel = Domain;`,
  'channels/sms/sms.ts': `import type { Channel } from '../channel.ts';\nexport const sms: Channel = '';`,
  'channels/email/email.ts': `export const email = '';`,
  'db/connect.ts': `import postgres from 'postgres';\nexport const connect = postgres;`,
  'db/queries/read.ts': `import { domain } from '../../surveys/domain.ts';\nexport const read = domain;`,
  'db/commands/write.ts': `export const write = 1;`,
  'server/app.ts': `import { Hono } from 'hono';\nexport const app = new Hono();`,
  'server/worker.ts': `import { app } from './app.ts';\nexport default app;`,
  'server/files.node.ts': `import 'node:fs';\nexport const files = 1;`,
  'server/actions/act.ts': `import { write } from '../../db/commands/write.ts';\nexport const act = write;`,
  'server/routes/route.ts': `import { act } from '../actions/act.ts';\nimport { page } from '../../web/pages/page.ts';\nexport const route = [act, page];`,
  'server/routes/contract/noun.ts': `import { z } from 'zod';\nexport const noun = z.string();`,
  'web/pages/page.ts': `import { domain } from '../../surveys/domain.ts';\nexport const page = domain;`,
  'web/shared/api.ts': `import type { app } from '../../server/app.ts';\nexport type App = typeof app;`,
  'web/console/room.ts': `import type { App } from '../shared/api.ts';\nexport type Room = App;`,
  'web/resident/saving.ts': `export const saving = 1;`,
  'test/support/help.ts': `export const help = 1;`,
};

const take = (path: string) => `import * as taken from '${path}';\nexport const planted = taken;`;

/** Each rule, the file that breaks it, and how. */
const bad: readonly [rule: string, file: string, text: string][] = [
  ['surveys-imports-nobody', 'surveys/bad-db.ts', take('../db/connect.ts')],
  ['raw-results-stay-in', 'server/actions/bad-results.ts', take('../../surveys/results/raw/tally.ts')],
  [
    'surveys-imports-nobody',
    'surveys/bad-server.ts',
    `import type { app } from '../server/app.ts';\nexport type Planted = typeof app;`,
  ],
  ['surveys-packages', 'surveys/bad-package.ts', take('papaparse')],
  ['survey-core-in-its-place', 'surveys/bad-core.ts', take('survey-core')],
  ['node-at-the-edge', 'surveys/bad-node.ts', take('node:fs')],
  ['channels-import-surveys-types', 'channels/bad-db.ts', take('../db/connect.ts')],
  ['channels-run-no-surveys', 'channels/bad-run.ts', take('../surveys/domain.ts')],
  ['channel-folders-apart', 'channels/sms/bad-other.ts', take('../email/email.ts')],
  ['twilio-in-its-place', 'channels/email/bad-library.ts', take('twilio')],
  ['nodemailer-in-its-place', 'server/actions/bad-library.ts', take('nodemailer')],
  ['db-imports-surveys', 'db/bad-server.ts', take('../server/actions/act.ts')],
  ['queries-never-write', 'db/queries/bad-write.ts', take('../commands/write.ts')],
  ['postgres-in-its-place', 'server/actions/bad-driver.ts', take('postgres')],
  ['drizzle-orm-in-its-place', 'server/actions/bad-orm.ts', take('drizzle-orm')],
  ['routes-read-or-act', 'server/routes/bad-write.ts', take('../../db/commands/write.ts')],
  ['routes-read-or-act', 'server/routes/bad-channel.ts', take('../../channels/sms/sms.ts')],
  ['webhooks-parse-and-act', 'server/routes/webhooks/bad-write.ts', take('../../../db/commands/write.ts')],
  ['contract-is-plain', 'server/routes/contract/bad-act.ts', take('../../actions/act.ts')],
  ['actions-not-to-http', 'server/actions/bad-route.ts', take('../routes/route.ts')],
  ['hono-in-its-place', 'server/work/bad-http.ts', take('hono')],
  ['entries-are-leaves', 'server/bad-entry.ts', take('./worker.ts')],
  ['server-runs-pages-only', 'server/bad-web.ts', take('../web/console/room.ts')],
  ['web-runs-surveys-only', 'web/pages/bad-act.ts', take('../../server/actions/act.ts')],
  [
    'one-api-client',
    'web/console/bad-type.ts',
    `import type { app } from '../../server/app.ts';\nexport type Planted = typeof app;`,
  ],
  ['pages-are-pure', 'web/pages/bad-shared.ts', take('../console/room.ts')],
  ['resident-and-console-apart', 'web/resident/bad-console.ts', take('../console/room.ts')],
  ['shared-is-below', 'web/shared/bad-console.ts', take('../console/room.ts')],
  ['react-react-dom-in-its-place', 'web/pages/bad-react.ts', take('react')],
  ['mantine-tanstack-i18next-in-its-place', 'web/resident/form/bad-console.ts', take('@mantine/core')],
  ['survey-react-ui-in-its-place', 'web/console/bad-form.ts', take('survey-react-ui')],
  ['node-at-the-edge', 'server/bad-node.ts', take('node:fs')],
  ['no-runtime-cycles', 'surveys/bad-circle.ts', `import './bad-loop.ts';\nexport const one = 1;`],
  ['not-to-test', 'server/bad-test.ts', take('../test/support/help.ts')],
  ['resolves', 'db/bad-nowhere.ts', take('./nowhere.ts')],
];

let tree: string;
let clean: string;

function plant(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-boundaries-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\n`);
  }
  for (const file of [
    '.dependency-cruiser.cjs',
    'tsconfig.json',
    'package.json',
    'biome.json',
    'test/support/pure.grit',
  ]) {
    cpSync(join(root, file), join(folder, file));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

interface Cruise {
  summary: { violations: { from: string; rule: { name: string } }[] };
}

function violations(folder: string): string[] {
  const args = [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'surveys',
    'channels',
    'db',
    'server',
    'web',
  ];
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/depcruise'), args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return (JSON.parse(stdout) as Cruise).summary.violations.map(({ rule, from }) => `${rule.name} ${from}`);
}

beforeAll(() => {
  clean = plant(good);
  const circle = { 'surveys/bad-loop.ts': `import './bad-circle.ts';\nexport const two = 2;` };
  tree = plant({ ...good, ...circle, ...Object.fromEntries(bad.map(([, file, text]) => [file, text])) });
});

afterAll(() => {
  for (const folder of [tree, clean]) rmSync(folder, { recursive: true, force: true });
});

test('a tree in which everything stands in its place passes', () => {
  expect(violations(clean)).toEqual([]);
});

test('every planted bad import is caught by its rule', () => {
  const caught = new Set(violations(tree));
  expect(bad.map(([rule, file]) => `${rule} ${file}`).filter((line) => !caught.has(line))).toEqual([]);
});

test('every rule about folders has a planted import', () => {
  const script = `console.log(JSON.stringify(require('${root}.dependency-cruiser.cjs').forbidden.map((r) => r.name)))`;
  const rules = JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })) as string[];
  const planted = new Set(bad.map(([rule]) => rule));
  const places = rules.filter((name) => !name.endsWith('-in-its-place'));
  expect(places.filter((name) => !planted.has(name))).toEqual(['worker-runs-no-node-file']);
});

test('the Worker that reaches a Node file, however far, is caught', () => {
  const folder = plant({
    ...good,
    'server/app.ts': `import { files } from './files.node.ts';\nexport const app = files;`,
  });
  expect(violations(folder)).toContain('worker-runs-no-node-file server/worker.ts');
  rmSync(folder, { recursive: true, force: true });
});

const impure = [
  'Date.now()',
  'new Date()',
  'Math.random()',
  'crypto.randomUUID()',
  'performance.now()',
  'process.env.HOME',
  "fetch('x')",
];

test('the clock, ids, chance and the outside are refused in surveys, and reading a given date is not', () => {
  const files = Object.fromEntries(
    impure.map((text, at) => [`surveys/impure-${at}.ts`, `export const made = ${text};`]),
  );
  const folder = plant({ ...good, ...files, 'surveys/pure.ts': `export const read = (at: string) => new Date(at);` });
  const lint = (file: string) =>
    spawnSync(join(root, 'node_modules/.bin/biome'), ['lint', '--vcs-enabled=false', file], {
      cwd: folder,
      encoding: 'utf8',
    });
  expect(impure.filter((_, at) => lint(`surveys/impure-${at}.ts`).status === 0)).toEqual([]);
  expect(lint('surveys/pure.ts').status).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});
