import { expect, test } from 'vitest';
import cases from '../../test/cases/braille/transcribe.json' with { type: 'json' };
import { dotsOf } from './cells.ts';
import { transcribe, untellable } from './transcribe.ts';

const brf = (text: string) =>
  transcribe(text)
    .map(({ cells }) => cells)
    .join(' ');

test.each(cases)('$rule: $text', ({ text, cells }) => {
  expect(brf(text)).toBe(cells);
});

test('says which signs it has no braille for', () => {
  expect(untellable('Tŷ hapus £5, 漢 and ☂')).toEqual(['漢', '☂']);
});

test('shows the dots of a line', () => {
  expect(dotsOf(',AB #A')).toBe('⠠⠁⠃⠀⠼⠁');
});
