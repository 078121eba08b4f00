import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { expect, test } from 'vitest';
import { fonts, formName, framedName, scriptName } from './assets.ts';
import { css } from './css.ts';

const at = (path: string) => new URL(`../../${path}`, import.meta.url);
const script = at('web/resident/saving.ts');

/** Browsers keep a file of a name for a year: a changed script needs a new name here, and its hash beside it. */
const scripts: Record<string, string> = { 'saving-2.js': 'c32574ddf664a6e3', 'framed-3.js': '4dce19fd0a023c9d' };

const hashOf = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

test.each([
  [scriptName, 'web/resident/saving.ts'],
  [framedName, 'web/resident/framed.ts'],
])('the script %s has a name of its own for what it holds', (name, file) => {
  expect(scripts[name]).toBe(hashOf(readFileSync(at(file))).slice(0, 16));
});

/** What the form of a large screen is made of: our files, and the libraries by their versions. */
function formHash(): string {
  const folder = readdirSync(at('web/resident/form')).sort();
  const files = [
    ...folder.map((name) => `web/resident/form/${name}`),
    'web/resident/vite.config.ts',
    'surveys/language.ts',
  ];
  const { dependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const versions = ['react', 'react-dom', 'survey-core', 'survey-react-ui'].map((name) => dependencies[name]);
  return hashOf(...files.map((file) => readFileSync(at(file))), ...versions).slice(0, 12);
}

test('the form of a large screen has a name of its own for what it is made of', () => {
  expect(formName).toBe(`form-${formHash()}.js`);
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
