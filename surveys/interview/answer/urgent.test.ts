import { expect, test } from 'vitest';
import { urgencyOf } from './urgent.ts';

test.each([
  ['There is a smell of GAS in the hall', 'danger'],
  ['We have had no hot water since Monday.', 'repair'],
  ['Brak ciepłej wody od tygodnia', 'repair'],
  ['گھر میں سیلن ہے', 'repair'],
  ['My gas bill is too high', null],
  ['Repairs take too long', null],
  ['', null],
])('"%s" reads like %s', (words, urgency) => {
  expect(urgencyOf(words)).toBe(urgency);
});
