import { expect, test } from 'vitest';
import { BusyError, RetryError, UnknownError } from '../../channels/errors.ts';
import type { Db } from '../../db/connect.ts';
import { needsToday } from '../../server/actions/home/needs.ts';
import { listProviders } from '../../server/actions/provider/list.ts';
import { dispatch } from '../../server/work/dispatch.ts';
import { mostTries, retryDelayMs } from '../../server/work/hand.ts';
import { cloneDatabase, withRollback } from '../support/database.ts';
import { connected, ledger, provider, work } from './field.ts';
import { officer } from './world.ts';

const people = (count: number) => Array.from({ length: count }, () => ({ preferredChannel: 'sms' }));
const at = (perSecond: number | null, perDay: number | null) => ({ limits: { perSecond, perDay } });
const statuses = async (db: Db) => {
  const rows = await db<{ status: string; n: number }[]>`select status, count(*)::int as n from deliveries group by 1`;
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
};

test('the tries of one message take about four hours, and what failed together comes back apart', () => {
  const hours = (random: number) =>
    Array.from({ length: mostTries - 1 }, (_, tries) => retryDelayMs(tries, null, random)).reduce((a, b) => a + b) /
    3_600_000;
  expect([hours(0), hours(0.999)].map((each) => Number(each.toFixed(1)))).toEqual([3.8, 4.2]);
  expect(retryDelayMs(0, 7200, 0.5)).toBe(7_200_000);
  expect(new Set([0, 0.5, 0.9].map((random) => retryDelayMs(3, null, random))).size).toBe(3);
});

test(
  'a rate holds: a second’s worth at once, then as many a second, whoever asks',
  withRollback(async (db) => {
    const sms = Object.assign(provider('sms'), at(5, null));
    const deps = await connected(db, people(30), { sms });
    await work(deps);
    expect(sms.taken).toHaveLength(5);
    await work(deps);
    expect(sms.taken).toHaveLength(5);
    deps.clock.advance({ seconds: 1 });
    await work(deps);
    expect(sms.taken).toHaveLength(10);
    deps.clock.advance({ seconds: 60 });
    await work(deps);
    expect(sms.taken).toHaveLength(15);
  }),
);

test('one text a second over four processes at once is one text', async () => {
  const { db, drop } = await cloneDatabase();
  try {
    const sms = Object.assign(provider('sms'), at(1, null));
    const deps = await connected(db, people(12), { sms });
    for (let second = 1; second <= 3; second++) {
      await Promise.all([1, 2, 3, 4].map(() => dispatch({ ...deps, newId: crypto.randomUUID }, 'sms', 100)));
      expect(sms.taken).toHaveLength(second);
      deps.clock.advance({ seconds: 1 });
    }
  } finally {
    await drop();
  }
});

test(
  'an answer to what somebody sent us goes before what goes to many',
  withRollback(async (db) => {
    const sms = Object.assign(provider('sms'), at(1, null));
    const deps = await connected(db, people(9), { sms });
    await db`
      update deliveries set kind = 'reply', words = 'Thank you.', due_at = due_at + interval '1 second'
      where id = (select id from deliveries order by id desc limit 1)`;
    deps.clock.advance({ seconds: 2 });
    await work(deps);
    expect(sms.taken.map((message) => 'body' in message && message.body)).toEqual(['Thank you.']);
    deps.clock.advance({ seconds: 1 });
    await work(deps);
    expect(sms.taken).toHaveLength(2);
  }),
);

test(
  'a day’s cap holds over processes and batches; the rest waits, a person is told, and the next day goes on',
  withRollback(async (db) => {
    const sms = Object.assign(provider('sms'), at(null, 7));
    const deps = await connected(db, people(10), { sms });
    for (const limit of [3, 100, 100]) await dispatch(deps, 'sms', limit);
    expect(sms.taken).toHaveLength(7);
    const needs = await needsToday(deps, officer);
    expect(needs.map(({ sentence }) => sentence)).toContain(
      "Texts stopped: today's cap of 7 is reached; 3 wait until tomorrow 09:00.",
    );
    deps.clock.set('2026-11-24T09:00:00Z');
    await work(deps);
    expect(sms.taken).toHaveLength(10);
    expect((await needsToday(deps, officer)).filter(({ kind }) => kind === 'channel')).toEqual([]);
  }),
);

test(
  'what did not go does not count for the day',
  withRollback(async (db) => {
    const sms = Object.assign(
      provider('sms', () => new RetryError('the network was busy', '30017')),
      at(null, 5),
    );
    const deps = await connected(db, people(5), { sms });
    await work(deps);
    sms.fail = () => null;
    deps.clock.advance({ minutes: 5 });
    await work(deps);
    expect(sms.taken).toHaveLength(5);
  }),
);

test(
  'a provider that has enough is left alone as long as it asks, whichever message it said it of, and no try is used up',
  withRollback(async (db) => {
    const sms = provider('sms', () => new BusyError('too many texts at once', '20429', 600));
    const deps = await connected(db, people(50), { sms });
    await work(deps);
    let asked = 0;
    sms.fail = () => {
      asked += 1;
      return null;
    };
    deps.clock.advance({ minutes: 9 });
    await work(deps);
    expect(asked).toBe(0);
    expect(await db`select distinct status, tries from deliveries`).toEqual([{ status: 'due', tries: 0 }]);
    expect(await db`select stopped_at from channel_states`).toEqual([{ stoppedAt: null }]);
    deps.clock.advance({ minutes: 1 });
    await work(deps);
    expect(sms.taken).toHaveLength(50);
  }),
);

test(
  'a provider that answers to nothing is left alone after a few messages, tried with one, and goes on when it answers',
  withRollback(async (db) => {
    const email = provider('email', () => new UnknownError('the connection broke', 'ECONNRESET'));
    const deps = await connected(
      db,
      Array.from({ length: 60 }, () => ({})),
      { email },
    );
    await work(deps);
    const lost = email.taken.length;
    expect(lost).toBeLessThanOrEqual(15);
    expect((await needsToday(deps, officer)).map(({ sentence }) => sentence)).toContainEqual(
      expect.stringMatching(/^Emails have stopped: no answer came to \d+ messages in a row\. \d+ emails wait/),
    );
    deps.clock.advance({ minutes: 2 });
    await work(deps);
    expect(email.taken).toHaveLength(lost + 1);
    email.fail = () => null;
    deps.clock.advance({ minutes: 10 });
    await work(deps);
    expect(await statuses(db)).toEqual({ unknown: lost + 1, accepted: 60 - lost - 1 });
  }),
);

test(
  'a channel that stood still is tried by one process, not by each',
  withRollback(async (db) => {
    const down = () => new RetryError('not answering', 'ECONNREFUSED', null, true);
    const email = provider('email', down);
    const deps = await connected(db, [{}, {}, {}, {}], { email });
    await work(deps);
    deps.clock.advance({ minutes: 2 });
    let asked = 0;
    email.fail = () => {
      asked += 1;
      return down();
    };
    const [first] = await db`select retry_at from channel_states`;
    await dispatch(deps, 'email', 100);
    await dispatch(deps, 'email', 100);
    expect(asked).toBe(1);
    expect((await db`select retry_at from channel_states`)[0]?.retryAt > first?.retryAt).toBe(true);
    expect(new Set((await ledger(db)).map(({ status }) => status))).toEqual(new Set(['due']));
  }),
);

test(
  'the settings say how much of a provider is used at most',
  withRollback(async (db) => {
    const sms = Object.assign(provider('sms'), at(1, 20_000));
    const deps = await connected(db, people(1), { sms, email: provider('email') });
    const { channels } = await listProviders(deps);
    expect(channels.map(({ state }) => state).slice(0, 2)).toEqual([
      'Connected, nothing sent yet. At most 1 a second and 20,000 a day',
      'Connected, nothing sent yet',
    ]);
  }),
);
