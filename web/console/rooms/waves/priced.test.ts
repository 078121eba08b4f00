import { expect, test } from 'vitest';
import { aboutCost, eachAnswer } from './priced.ts';

test('an answer has a price where somebody answered and nothing in the sum is without one', () => {
  expect(eachAnswer({ spent: 500, answers: 4, notPriced: 0 })).toBe(125);
  expect(eachAnswer({ spent: 500, answers: 0, notPriced: 0 })).toBeNull();
  expect(eachAnswer({ spent: 500, answers: 4, notPriced: 1 })).toBeNull();
});

const t = (word: string, { money = '' }: Record<string, string> = {}) => `${word} ${money}`.trim();
const pounds = (pence: number) => `£${pence / 100}`;

test.each([
  [{ pence: 280, priced: true }, 'ask.about £2.8'],
  [{ pence: 0, priced: true }, 'ask.about £0'],
  [{ pence: 0, priced: false }, 'cost.not_priced'],
  [{ pence: 280, priced: false }, 'ask.about £2.8. check.not_priced'],
])('the cost of asking more, %o, reads as %s', (cost, said) => {
  expect(aboutCost(t, cost, pounds)).toBe(said);
});
