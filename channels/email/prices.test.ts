import { expect, test } from 'vitest';
import cases from '../../test/cases/email/prices.json' with { type: 'json' };
import { mailCost, mailPrice } from './prices.ts';

test.each(cases)('$name', ({ provider, on, set, price, each }) => {
  const found = mailPrice(provider, on, set);
  expect(found).toEqual(price);
  expect(mailCost(found)).toBe(each);
});
