import { expect, test } from 'vitest';
import { faultSentences, faultsOfTranslation } from './faults.ts';

const title = 'q.a.title';
const option = 'q.a.option.x';

test.each([
  ['right words', title, 'Ask {landlord}', '{landlord} سے پوچھیں', []],
  ['no words yet', title, 'Ask {landlord}', ' ', []],
  ['a lost placeholder', title, 'Ask {landlord}', 'پوچھیں', ['lost_placeholder']],
  ['a placeholder too many', title, 'Ask', '{landlord} سے پوچھیں', ['lost_placeholder']],
  ['an unknown placeholder', title, 'Ask', 'پوچھیں {name}', ['unknown_placeholder']],
  ['a placeholder somebody translated', title, 'Ask {landlord}', '{مالک} سے پوچھیں', ['unknown_placeholder']],
  ['web page code', title, 'Why?', '<b>کیوں؟</b>', ['html']],
  ['a word that stops texts, as an answer', option, 'Finish', 'Stop', ['reserved_word']],
  ['the same in Welsh', option, 'Finish', 'STOPIO', ['reserved_word']],
  ['the same word in a question', title, 'Finish', 'Stop', []],
  ['too many letters', title, 'Why?', 'x'.repeat(2001), ['too_long']],
] as const)('%s', (_about, key, source, text, expected) => {
  expect(faultsOfTranslation({ key, source, text })).toEqual(expected);
  expect(faultSentences({ key, source, text })).toHaveLength(expected.length);
});

test('a sentence says what is lost', () => {
  expect(faultSentences({ key: title, source: 'Ask {landlord}', text: 'پوچھیں' })).toEqual([
    '{landlord} is in the source and not in these words.',
  ]);
});
