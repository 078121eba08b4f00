import { expect, test } from 'vitest';
import { sampleLanguages } from '../../test/support/letters.ts';
import { scriptOf } from './scripts.ts';
import { footRoom, sizes } from './sizes.ts';

// UKAAF G003 and the table of clear, large and giant print: body, heading, box.
test.each([
  ['standard', 14, 16, 0],
  ['large', 18, 22, 8],
  ['giant', 24, 30, 8],
  ['easy_read', 16, 18, 8],
] as const)('%s: body %i, headings %i at least, boxes %i mm at least', (format, body, heading, tick) => {
  const size = sizes[format];
  expect(size.body).toBe(body);
  expect(Math.min(size.title, size.section)).toBeGreaterThanOrEqual(heading);
  expect(size.tick).toBeGreaterThanOrEqual(tick);
  expect(size.foot).toBe(size.body);
  expect(Math.min(size.body, size.foot, size.code)).toBeGreaterThanOrEqual(12);
});

test.each(sampleLanguages)('lines of %s are at least 1.3 of the type apart', (language) => {
  expect(scriptOf(language)?.lineHeight).toBeGreaterThanOrEqual(1.3);
});

test('the tall lines of Nastaliq leave a page for the questions of giant print', () => {
  const lineHeight = scriptOf('ur')?.lineHeight ?? 0;
  expect(footRoom(sizes.giant, lineHeight)).toBeLessThan(40);
  expect(footRoom(sizes.large, lineHeight)).toBeGreaterThan(40);
});
