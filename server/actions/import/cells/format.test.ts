import { expect, test } from 'vitest';
import { formatCodes } from '../../../../surveys/format.ts';
import { format } from './words.ts';

const read = (text: string) => {
  const cell = format(text);
  return 'value' in cell ? cell.value : null;
};

test.each([
  ['Standard', 'standard'],
  ['LARGE PRINT', 'large'],
  ['18pt', 'large'],
  ['Giant print', 'giant'],
  ['24pt', 'giant'],
  ['Easy Read', 'easy_read'],
  ['easy-read', 'easy_read'],
  ['Braille', 'braille'],
  ['CD', 'audio'],
  ['audio', 'audio'],
])('"%s" is read as %s', (text, code) => {
  expect(read(text)).toBe(code);
});

test('every format is read by its own code', () => {
  expect(formatCodes.map(read)).toEqual(formatCodes);
});
