import { expect, test } from 'vitest';
import cases from '../../test/cases/sms/numbers.json' with { type: 'json' };
import { isDramaNumber, readNumber } from './number.ts';

test.each(cases)('reads "$written" as $number', ({ written, number, mobile }) => {
  expect(readNumber(written)).toEqual(number === null ? null : { number, mobile });
});

test('knows the numbers of invented people', () => {
  expect(isDramaNumber('+447700900999')).toBe(true);
  expect(isDramaNumber('+447700901000')).toBe(false);
});
