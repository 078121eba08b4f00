import { expect, test } from 'vitest';
import type { Format } from '../format.ts';
import type { Language } from '../language.ts';
import { chooseRevision } from './editions.ts';
import type { EditionRevision, EditionStatus } from './types.ts';

const revision = (language: Language, format: Format, status: EditionStatus): EditionRevision => ({
  id: `${language} ${format}`,
  language,
  format,
  status,
  texts: {},
});
const approved = [
  revision('en', 'standard', 'approved'),
  revision('en', 'large', 'approved'),
  revision('cy', 'standard', 'approved'),
];

test.each([
  ['cy', 'standard', 'cy standard', null],
  ['cy', 'large', 'en large', 'not_translated'],
  ['ur', 'large', 'en large', 'not_translated'],
] as const)('%s %s gets %s', (language, format, id, fellBack) => {
  const choice = chooseRevision(approved, { language, format }, 'en');
  expect([choice?.revision.id, choice?.fellBack]).toEqual([id, fellBack]);
});

test.each(['draft', 'machine', 'checked'] as const)('a %s revision is never sent', (status) => {
  const choice = chooseRevision(
    [...approved, revision('ur', 'large', status)],
    { language: 'ur', format: 'large' },
    'en',
  );
  expect([choice?.revision.id, choice?.fellBack]).toEqual(['en large', 'not_approved']);
});

test('with nothing approved in the format, nothing is sent', () => {
  expect(
    chooseRevision([revision('en', 'standard', 'approved')], { language: 'ur', format: 'large' }, 'en'),
  ).toBeNull();
});
