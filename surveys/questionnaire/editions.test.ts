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

test('what was approved in an earlier version and is not in this one is out of date', () => {
  const wanted = { language: 'ur', format: 'large' } as const;
  const earlier = { drafted: [], earlier: [{ language: 'ur', format: 'large' }] };
  const drafted = [...approved, revision('ur', 'large', 'draft')];
  expect(chooseRevision(drafted, wanted, 'en', earlier)?.fellBack).toBe('out_of_date');
  expect(chooseRevision(approved, wanted, 'en', earlier)?.fellBack).toBe('out_of_date');
  expect(
    chooseRevision([...approved, revision('ur', 'large', 'approved')], wanted, 'en', earlier)?.fellBack,
  ).toBeNull();
  expect(chooseRevision(approved, { ...wanted, format: 'standard' }, 'en', earlier)?.fellBack).toBe('not_translated');
  const made = { drafted: [wanted], earlier: [] };
  expect(chooseRevision(approved, wanted, 'en', made)?.fellBack).toBe('not_approved');
});
