import { expect, test } from 'vitest';
import { aheadStep } from './ahead.ts';
import { defaultPlan } from './default-plan.ts';
import { type InvitationFacts, timetable } from './due.ts';
import { shuffled } from './sampling.ts';

const place = { zone: 'Europe/London', nation: 'england-wales' as const };
const table = timetable(defaultPlan, { opensOn: '2026-11-23', closesOn: '2026-12-18', place, sandboxed: [] });
const at = (text: string) => Date.parse(text);
const last = { step: 0, at: at('2026-11-23T10:00:00Z'), failedHard: false, tried: ['email' as const], contacted: true };
const person: InvitationFacts = {
  nextStep: 1,
  answered: false,
  ended: false,
  cellFull: false,
  age: null,
  preferred: null,
  format: 'standard',
  held: ['email', 'sms', 'post'],
  barred: [],
  failedHard: [],
  last,
};
const step = (changes: Partial<InvitationFacts>, now: string) => aheadStep(table, { ...person, ...changes }, at(now));
const when = (found: ReturnType<typeof step>) => found && new Date(found.at).toISOString();

test('the next step goes at once when its day has not come', () => {
  expect(step({}, '2026-11-26T10:00:00Z')).toMatchObject({ step: 1, kind: 'reminder', at: at('2026-11-26T10:00:00Z') });
});

test('two days lie between two messages, and nights and Sundays are kept', () => {
  expect(when(step({}, '2026-11-24T10:00:00Z'))).toBe('2026-11-25T10:00:00.000Z');
  expect(when(step({}, '2026-11-26T22:00:00Z'))).toBe('2026-11-27T09:00:00.000Z');
  // Saturday night: Sunday is quiet.
  expect(when(step({}, '2026-11-28T20:00:00Z'))).toBe('2026-11-30T09:00:00.000Z');
});

test('after the last step one reminder more, and never a second', () => {
  const end = table.steps.length;
  const over = { nextStep: end, last: { ...last, step: end - 1 } };
  expect(step(over, '2026-12-16T10:00:00Z')).toMatchObject({ step: end, kind: 'reminder' });
  expect(step({ nextStep: end + 1, last: { ...last, step: end } }, '2026-12-16T10:00:00Z')).toBeNull();
});

test.each([
  ['has answered', { answered: true }],
  ['said stop', { ended: true }],
  ['has a message on its way', { last: { ...last, at: null } }],
  ['can be reached by nothing', { held: [] }],
])('nothing goes to somebody who %s', (_, changes) => {
  expect(step(changes, '2026-11-26T10:00:00Z')).toBeNull();
});

test('nothing goes that would go after the wave has closed', () => {
  expect(step({ last: { ...last, at: at('2026-12-18T12:00:00Z') } }, '2026-12-18T13:00:00Z')).toBeNull();
});

test('an order of chance is the same for the same seed, whatever order the ids came in', () => {
  const ids = Array.from({ length: 50 }, (_, n) => `id-${n}`);
  expect(shuffled(ids.toReversed(), 'a')).toEqual(shuffled(ids, 'a'));
  expect(shuffled(ids, 'b')).not.toEqual(shuffled(ids, 'a'));
  expect(shuffled(ids, 'a').toSorted()).toEqual(ids.toSorted());
});
