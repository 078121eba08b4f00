import { expect, test } from 'vitest';
import { languageCodes } from '../../language.ts';
import { phrase } from '../../locales/phrases.ts';
import { fold, isReserved, isWord, numberWord, type WordGroup } from './words.ts';

test.each([
  'STOP',
  'stop.',
  'Unsubscribe',
  'OPT-OUT',
  'start',
  'Help',
  'INFO',
  'skip',
  'Back',
  'language',
  'DONE',
  'HEPGOR',
  'pomiń',
  'چھوڑیں',
])('%s may not be an answer', (word) => {
  expect(isReserved(word)).toBe(true);
});

test.each(['Yes', 'Very clean', 'Stop the noise', '1', ''])('"%s" may', (word) => {
  expect(isReserved(word)).toBe(false);
});

/** The words our own texts tell people to send, in each language. */
const told: [WordGroup, Record<(typeof languageCodes)[number], string>, 'sms.or_skip' | 'sms.written'][] = [
  ['skip', { en: 'SKIP', cy: 'HEPGOR', pl: 'POMIŃ', ur: 'چھوڑیں' }, 'sms.or_skip'],
  ['done', { en: 'DONE', cy: 'GORFFEN', pl: 'GOTOWE', ur: 'مکمل' }, 'sms.written'],
];
const helped: [WordGroup, Record<(typeof languageCodes)[number], string>][] = [
  ['back', { en: 'BACK', cy: 'NOL', pl: 'WSTECZ', ur: 'واپس' }],
  ['language', { en: 'LANGUAGE', cy: 'IAITH', pl: 'JĘZYK', ur: 'زبان' }],
  ['stop', { en: 'STOP', cy: 'STOP', pl: 'STOP', ur: 'STOP' }],
];

test.each(languageCodes)('in %s we understand the words we tell people to send', (language) => {
  for (const [group, words, key] of told) {
    expect(phrase(language, key, { instruction: '', phone: '' })).toContain(words[language]);
    expect(isWord(group, fold(words[language]))).toBe(true);
  }
  for (const [group, words] of helped) {
    expect(phrase(language, 'sms.help', { name: '', phone: '' })).toContain(words[language]);
    expect(isWord(group, fold(words[language]))).toBe(true);
  }
});

test.each(languageCodes)('in %s each number from 0 to 10 has one word', (language) => {
  const words = { en: 'seven', cy: 'saith', pl: 'siedem', ur: 'سات' };
  expect(numberWord(language, fold(words[language]))).toBe(7);
  expect(numberWord(language, 'ten')).toBe(10);
  expect(numberWord(language, 'eleventy')).toBeNull();
});

test('case, accents, apostrophes, punctuation and keyboards do not matter', () => {
  expect(fold('  Don’t KNOW!! ')).toBe('dont know');
  expect(fold('Pomiń, ŁÓDŹ')).toBe('pomin lodz');
  expect(fold('جي')).toBe(fold('جی'));
  expect(fold('٣ ３ ३')).toBe('3 3 3');
});
