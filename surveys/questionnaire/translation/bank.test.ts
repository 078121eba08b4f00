import { expect, test } from 'vitest';
import { languageCodes } from '../../language.ts';
import { bankFor } from './bank.ts';
import { faultsOfTranslation } from './faults.ts';

const others = languageCodes.filter((code) => code !== 'en');

test.each(others)('%s has the standard scales and our phrases for answers', (code) => {
  const bank = bankFor('en', code);
  for (const words of ['Very satisfied', 'Strongly disagree', 'Very clean', "Don't know", 'Yes', 'None of these'])
    expect(bank.get(words)?.text, words).toMatch(/\S/);
});

test.each(others)('nothing of the bank in %s loses what the source fills in', (code) => {
  const faults = [...bankFor('en', code)].filter(
    ([source, { text }]) => faultsOfTranslation({ key: 'q.a.title', source, text }).length > 0,
  );
  expect(faults).toEqual([]);
});

test('the bank translates from any language it has', () => {
  const english = bankFor('en', 'cy').get('Very satisfied')?.text ?? '';
  expect(bankFor('cy', 'en').get(english)?.text).toBe('Very satisfied');
});

test('what no person has approved in the bank is a draft', () => {
  expect(bankFor('en', 'ur').get('Very satisfied')).toMatchObject({ approved: false });
  expect(bankFor('cy', 'en').get('Bodlon iawn')?.approved).toBe(false);
});
