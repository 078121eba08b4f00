import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { expect, test } from 'vitest';
import { fonts, scriptName } from './assets.ts';
import { css } from './css.ts';

const script = new URL('../resident/saving.ts', import.meta.url);

/** Browsers keep a file of a name for a year: a changed script needs a new name here, and its hash beside it. */
const scripts: Record<string, string> = { 'saving-1.js': '7eacbb71fe53f424' };

test('the script has a name of its own for what it holds', () => {
  const hash = createHash('sha256').update(readFileSync(script)).digest('hex').slice(0, 16);
  expect(scripts[scriptName]).toBe(hash);
});

test('the script is under 3 KB', () => {
  expect(stripTypeScriptTypes(readFileSync(script, 'utf8')).length).toBeLessThan(3_000);
});

test('every font is in its package', () => {
  for (const { source } of fonts)
    expect(statSync(new URL(`../../node_modules/${source}`, import.meta.url)).size).toBeGreaterThan(1000);
});

test('the style is small and names no place but ours', () => {
  expect(css.length).toBeLessThan(9_000);
  expect([...css.matchAll(/url\(([^)]*)\)/g)].every(([, url]) => url?.startsWith('/assets/'))).toBe(true);
});
