import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Disposition,
  disposition,
  dispositionGroup,
  dispositions,
  dispositionWords,
  forward,
  groupCounts,
  type LedgerFacts,
  news,
  newsWhenClosed,
} from './disposition.ts';

const none: LedgerFacts = {
  response: 'none',
  refused: false,
  resident: 'current',
  delivered: 0,
  sent: 0,
  unknown: 0,
  failed: 0,
  pending: 0,
  more: true,
  waveClosed: false,
};

test.each<[string, Partial<LedgerFacts>]>([
  ['not_sent', {}],
  ['not_sent', { pending: 1, more: false }],
  ['sent', { sent: 1 }],
  ['reached', { delivered: 1, failed: 1 }],
  ['unknown', { unknown: 1 }],
  ['unreachable', { failed: 2, more: false }],
  ['unreachable', { more: false }],
  ['not_sent', { failed: 1 }],
  ['no_answer', { delivered: 1, waveClosed: true, more: false }],
  ['not_sent', { waveClosed: true, more: false }],
  ['part', { response: 'part', delivered: 1 }],
  ['refused', { response: 'part', refused: true }],
  ['moved', { resident: 'moved', refused: true }],
  ['complete', { response: 'complete', resident: 'died', refused: true }],
])('%s', (expected, facts) => {
  expect(disposition({ ...none, ...facts })).toBe(expected);
});

test('nothing undoes an answer, and every order of news ends at the most final', () => {
  expect(forward('complete', 'refused')).toBe('complete');
  expect(forward('part', 'unreachable')).toBe('part');
  expect(forward('sent', 'reached')).toBe('reached');
  expect(forward('blank', 'part')).toBe('part');
  expect(forward('reached', 'blank')).toBe('blank');
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...dispositions), { minLength: 1 }), (news) => {
      const end = news.reduce<Disposition>((now, next) => forward(now, next), 'not_sent');
      expect(news.includes('complete') ? end : 'complete').toBe('complete');
    }),
  );
});

test('the six figures add up to the sample', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...dispositions)), (sample) => {
      const counts: Partial<Record<Disposition, number>> = {};
      for (const each of sample) counts[each] = (counts[each] ?? 0) + 1;
      const sum = Object.values(groupCounts(counts)).reduce((total, n) => total + n, 0);
      expect(sum).toBe(sample.length);
    }),
  );
});

test('each outcome has words and a group', () => {
  expect(dispositions.map(dispositionWords).every((words) => words.length > 3)).toBe(true);
  expect(dispositionGroup('died')).toBe('gone');
});

const order = ['pending', 'unknown', 'accepted', 'sent', 'failed', 'delivered'] as const;

/** What the ledger knows when three messages stand so. */
function factsOf(stand: readonly (typeof order)[number][], waveClosed: boolean): LedgerFacts {
  const count = (...these: (typeof order)[number][]) => stand.filter((each) => these.includes(each)).length;
  return {
    ...none,
    delivered: count('delivered'),
    sent: count('accepted', 'sent'),
    unknown: count('unknown'),
    failed: count('failed'),
    pending: count('pending'),
    more: false,
    waveClosed,
  };
}

function afterNews(now: Disposition, status: keyof typeof news, waveClosed: boolean): Disposition {
  const { next, yields }: { next: Disposition; yields: readonly Disposition[] } = waveClosed
    ? newsWhenClosed
    : news[status];
  return yields.includes(now) ? next : now;
}

test('what one message tells by itself is what the whole ledger says', () => {
  const moves = fc.array(fc.record({ which: fc.nat(2), to: fc.integer({ min: 1, max: 5 }) }), { maxLength: 12 });
  fc.assert(
    fc.property(moves, fc.boolean(), (all, closed) => {
      let now: Disposition = 'not_sent';
      const stand: (typeof order)[number][] = ['pending', 'pending', 'pending'];
      for (const { which, to } of all) {
        if (to <= order.indexOf(stand[which] ?? 'pending')) continue;
        const status = order[to] ?? 'pending';
        stand[which] = status;
        const whole = forward(now, disposition(factsOf(stand, closed)));
        if (status in news) expect(afterNews(now, status as keyof typeof news, closed)).toBe(whole);
        now = whole;
      }
    }),
  );
});
