import { expect, test } from 'vitest';
import golden from '../../test/cases/fieldwork/due.json' with { type: 'json' };
import { dueStep, followingAt, type InvitationFacts, type LastMessage, timetable, type WaveFacts } from './due.ts';
import { contactPlan } from './plan.ts';

type Last = Omit<LastMessage, 'at'> & { at: string | null };
interface Case {
  name: string;
  now: string;
  plan?: unknown;
  wave?: Partial<WaveFacts>;
  person?: Partial<Omit<InvitationFacts, 'last'>> & { last?: Last | null };
  expect: Record<string, unknown>;
}

const cases = golden.cases as Case[];
const instant = (text: string | null) => (text === null ? null : Date.parse(text));

test.each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
  const wave = { ...golden.base.wave, ...each.wave } as WaveFacts;
  const { last = null, ...person } = each.person ?? {};
  const facts = {
    ...golden.base.person,
    ...person,
    last: last === null ? null : { ...last, at: instant(last.at) },
  } as InvitationFacts;
  const table = timetable(contactPlan.parse(each.plan ?? golden.base.plan), wave);
  const due = dueStep(table, facts, Date.parse(each.now));
  expect('at' in due ? { ...due, at: new Date(due.at).toISOString() } : due).toEqual(each.expect);
});

test('when to look again after a step has gone', () => {
  const table = timetable(contactPlan.parse(golden.base.plan), golden.base.wave as WaveFacts);
  const sent = Date.parse('2026-04-01T09:00:00Z');
  expect(followingAt(table, 0, sent)).toBe(Date.parse('2026-04-05T10:00:00Z'));
  expect(followingAt(table, 0, sent + 10 * 86_400_000)).toBe(sent + 12 * 86_400_000);
  expect(followingAt(table, 2, sent)).toBeNull();
});

test('a plan starts with an invitation and keeps its order', () => {
  const step = { day: 3, channels: ['best'], kind: 'invitation' };
  expect(contactPlan.safeParse({ steps: [{ ...step, kind: 'reminder' }] }).success).toBe(false);
  expect(contactPlan.safeParse({ steps: [step, { ...step, day: 2 }] }).success).toBe(false);
  expect(contactPlan.safeParse({ steps: [] }).success).toBe(false);
  expect(contactPlan.safeParse({ steps: [{ ...step, time: '25:00' }] }).success).toBe(false);
  expect(contactPlan.parse({ steps: [step] }).steps[0]).toMatchObject({
    time: null,
    onlyIfNotAnswered: true,
    formats: null,
  });
});
