import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingFrom } from '../support/lock.ts';

const text = readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8');
const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

test('the lockfile holds the packages of every system, so that npm ci works on each (npm run lock)', () => {
  expect(Object.keys(missingFrom(JSON.parse(text)))).toEqual([]);
});

test('the lockfile names no registry', () => {
  expect(text).not.toMatch(/"resolved": "https?:/);
});

test('every version is exact', () => {
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(String(version)),
  );
  expect(loose).toEqual([]);
});

test('a package for another system that npm left out is put back with its machines', () => {
  const lock = { packages: { 'node_modules/a': { optionalDependencies: { '@a/b-linux-arm64-musl': '1.2.3' } } } };
  expect(missingFrom(lock)).toEqual({
    'node_modules/@a/b-linux-arm64-musl': {
      version: '1.2.3',
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['musl'],
      optional: true,
    },
  });
});
