import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../support/server.ts';

/** One for all: to fill it takes longer than the rest. */
let DATA_DIR: string;

beforeAll(() => {
  DATA_DIR = mkdtempSync(join(tmpdir(), 'earshot-server-'));
});
afterAll(() => rmSync(DATA_DIR, { recursive: true, force: true }));

const ready = async (url: string) => (await fetch(`${url}/readyz`)).status;

test('it starts, says so in one line with its address, and stops cleanly when told', async () => {
  const server = await startServer({ DATA_DIR });
  expect(server.line).toContain(`Earshot is ready at ${server.url}`);
  expect(await ready(server.url)).toBe(200);
  server.child.kill('SIGTERM');
  expect(await once(server.child, 'exit')).toEqual([0, null]);
}, 180_000);

test('killed without warning it starts again', async () => {
  const first = await startServer({ DATA_DIR });
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  const again = await startServer({ DATA_DIR });
  expect(await ready(again.url)).toBe(200);
  await again.stop();
}, 180_000);

test('every fault of the environment is told, and it does not start', async () => {
  const start = startServer({ DATA_DIR, PUBLIC_URL: 'https://survey.example.org', SMTP_URL: 'smtp://127.0.0.1' });
  await expect(start).rejects.toThrow(
    /ended with 1[\s\S]*MAIL_FROM is not set, but SMTP_URL is[\s\S]*SECRET is not set/,
  );
});

test('a database of the operator that is not there is a sentence, not a stack', async () => {
  const start = startServer({ DATA_DIR, DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/none' });
  await expect(start).rejects.toThrow(/The database at 127\.0\.0\.1:1 does not answer/);
});
