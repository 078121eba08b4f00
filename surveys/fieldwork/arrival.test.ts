import { expect, test } from 'vitest';
import cases from '../../test/cases/fieldwork/postage.json' with { type: 'json' };
import { arrival } from './arrival.ts';
import type { Nation } from './bank-holidays.ts';
import { contactPlan } from './plan.ts';
import { type Postage, postageOf, postages, transits } from './postage.ts';

test.each(cases)('$name', ({ on, postage, nation, arrives: [from, to] }) => {
  expect(arrival(on, postage as Postage, nation as Nation)).toEqual({ from, to });
});

test('every class has its cases, and a quicker one never arrives later', () => {
  expect([...new Set(cases.map(({ postage }) => postage))].toSorted()).toEqual([...postages].toSorted());
  const [first, second, economy] = postages.map((postage) => transits[postage].days[1]);
  expect([first, second, economy]).toEqual([2, 4, 6]);
});

test('a step is posted second class unless it says otherwise, and so is what is no step of the plan', () => {
  const step = { day: 0, channels: ['post'], kind: 'invitation' };
  const { steps } = contactPlan.parse({ steps: [step, { ...step, kind: 'reminder', postage: 'first' }] });
  expect([0, 1, 2].map((index) => postageOf(steps, index))).toEqual(['second', 'first', 'second']);
  expect(postageOf([{}], 0)).toBe('second');
  expect(contactPlan.safeParse({ steps: [{ ...step, postage: 'third' }] }).success).toBe(false);
});
