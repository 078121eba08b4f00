import fc from 'fast-check';
import { expect, test } from 'vitest';
import golden from '../../test/cases/fieldwork/why.json' with { type: 'json' };
import { outReasons } from './audience.ts';
import { contactChannels } from './channel.ts';
import type { WhyFacts } from './why/facts.ts';
import { whyCases } from './why/say.ts';
import { why } from './why.ts';

/** Golden cases write moments as ISO text; the code takes epoch milliseconds. */
const moments = (value: unknown): unknown => {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)) return Date.parse(value);
  if (Array.isArray(value)) return value.map(moments);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, moments(each)]));
};

function facts(changes: { wave?: object }): WhyFacts {
  return moments({ ...golden.base, ...changes, wave: { ...golden.base.wave, ...changes.wave } }) as WhyFacts;
}

test.each(golden.cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
  expect(why(facts(each.facts))).toEqual({ case: each.case, sentence: each.sentence, action: each.action });
});

test('every case has a golden sentence, but the one that must not be', () => {
  const told = new Set(golden.cases.map((each) => each.case));
  expect(whyCases.filter((kase) => !told.has(kase))).toEqual(['unexplained']);
});

const moment = fc.integer({ min: Date.parse('2026-04-01T00:00:00Z'), max: Date.parse('2026-04-30T00:00:00Z') });
const channel = fc.constantFrom(...contactChannels);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const anyFacts: fc.Arbitrary<WhyFacts> = fc.record({
  now: moment,
  zone: fc.constant('Europe/London'),
  person: fc.record({
    title: maybe(fc.constantFrom('Mrs', 'Mr', 'Dr')),
    givenName: fc.constantFrom('', 'Jo'),
    familyName: fc.constantFrom('', 'Khan'),
  }),
  wave: fc.record({
    name: fc.constant('Spring panel'),
    status: fc.constantFrom('draft', 'open', 'paused', 'closed'),
    launchedAt: maybe(moment),
    pausedAt: maybe(moment),
    pausedBy: maybe(fc.constant('Sam')),
    closedAt: maybe(moment),
    anonymous: fc.boolean(),
    asked: fc.nat(5000),
    inFrame: fc.nat(5000),
    restDays: fc.nat(60),
    panelName: maybe(fc.constant("People's Panel")),
  }),
  frame: maybe(
    fc.record({
      outReason: maybe(fc.constantFrom(...outReasons)),
      outDetail: fc.record({
        on: maybe(fc.constant('2026-03-03')),
        by: maybe(fc.constant('Priya')),
        survey: maybe(fc.constant('lifts')),
      }),
      sampled: fc.boolean(),
    }),
  ),
  movedInOn: maybe(fc.constant('2026-04-04')),
  quotaFullAt: maybe(moment),
  response: maybe(
    fc.record({
      state: fc.constantFrom('part', 'complete'),
      at: moment,
      mode: fc.constantFrom('web', 'text', 'paper'),
    }),
  ),
  deliveries: fc.array(
    fc.record({
      channel,
      status: fc.constantFrom('due', 'claimed', 'accepted', 'sent', 'unknown', 'failed', 'delivered', 'cancelled'),
      at: moment,
      dueAt: moment,
      hard: fc.boolean(),
      reason: maybe(fc.constant('number not in use')),
      batch: maybe(fc.record({ number: fc.nat(99), posted: fc.boolean() })),
      fallback: fc.constant(null),
    }),
    { maxLength: 5 },
  ),
  stops: fc.array(
    fc.record({
      kind: fc.constantFrom('do_not_contact', 'stop', 'on_break'),
      at: moment,
      by: fc.constant('Priya'),
      note: maybe(fc.constant('rang us')),
      ending: maybe(fc.constant('123')),
      shared: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  held: fc.uniqueArray(channel),
  channelStops: fc.array(fc.record({ channel, since: moment, reason: fc.constant('Twilio is not answering') }), {
    maxLength: 3,
  }),
  next: maybe(fc.record({ step: fc.nat(5), at: moment, quiet: fc.boolean() })),
});

test('no state leads to "We cannot explain this", and every answer is whole sentences', () => {
  fc.assert(
    fc.property(anyFacts, (state) => {
      const answer = why(state);
      expect(answer.case).not.toBe('unexplained');
      expect(answer.sentence).toMatch(/^[A-Z].*\.$/);
      expect(answer.sentence).not.toMatch(/undefined|null|NaN|\.\.|Also, \.?$/);
    }),
    { numRuns: 3000 },
  );
});
