import { expect, test } from 'vitest';
import cleaning from '../../test/cases/sms/clean.json' with { type: 'json' };
import counting from '../../test/cases/sms/segments.json' with { type: 'json' };
import { cleanText } from './clean.ts';
import { segmentPrice, textCost } from './prices.ts';
import { countSegments } from './segments.ts';

test.each(counting)('$name', ({ name: _, text, ...expected }) => {
  const written = text.map(({ repeat, times }) => repeat.repeat(times)).join('');
  expect(countSegments(written)).toMatchObject(expected);
});

test.each(cleaning)('cleans: $name', ({ text, clean }) => {
  expect(cleanText(text)).toBe(clean);
  expect(cleanText(clean)).toBe(clean);
});

test('a cleaned English text is GSM-7', () => {
  expect(countSegments(cleanText('We’ll come 9–5 — “soon”…\u00a0Thanks')).encoding).toBe('gsm7');
});

test('cost is segments at the price of the day', () => {
  expect(segmentPrice('2026-11-22').pence).toBe(2.4);
  expect(segmentPrice('2020-01-01').pence).toBe(2.4);
  expect(textCost(3, '2026-11-22')).toBe(7.2);
});
