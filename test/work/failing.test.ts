import { expect, test } from 'vitest';
import { RefusedError, RetryError, UnknownError } from '../../channels/errors.ts';
import { addressHash, addressKeys } from '../../db/address-hash.ts';
import { leaveDelivery } from '../../server/actions/delivery/leave.ts';
import { resendDelivery } from '../../server/actions/delivery/resend.ts';
import { tick } from '../../server/work/tick.ts';
import { withRollback } from '../support/database.ts';
import { connected, ledger, provider, work as run } from './field.ts';
import { officer, residentId } from './world.ts';

test(
  'a real provider is not used in quiet hours, nor for demo residents',
  withRollback(async (db) => {
    const email = provider('email');
    const deps = await connected(db, [{}, {}], { email });
    await db`update residents set demo = true where id = ${residentId(2)}`;
    deps.clock.set('2026-11-23T21:00:00Z');
    expect(await run(deps)).toBe(0);
    deps.clock.set('2026-11-24T09:00:00Z');
    await run(deps);
    expect(email.taken.map(({ to }) => to)).toEqual(['resident1@example.org']);
  }),
);

test(
  'a provider that puts one message off is asked again, later each time, and as late as it says',
  withRollback(async (db) => {
    const email = provider('email', () => new RetryError('too many at once', 'HTTP 429', 300));
    const deps = await connected(db, [{}], { email });
    await run(deps);
    expect((await ledger(db))[0]).toMatchObject({
      status: 'due',
      tries: 1,
      words: null,
      dueAt: new Date('2026-11-23T09:05:00Z'),
    });
    email.fail = () => null;
    await run(deps);
    expect(email.taken).toHaveLength(0);
    deps.clock.advance({ minutes: 5 });
    await run(deps);
    expect(email.taken).toHaveLength(1);
    expect((await ledger(db))[0]).toMatchObject({ status: 'accepted', providerId: 'P1' });
  }),
);

test(
  'a channel that is down stands still with a sentence, is tried with one message, and goes on by itself',
  withRollback(async (db) => {
    const email = provider(
      'email',
      () => new RetryError('The mail server is not answering', 'ECONNREFUSED', null, true),
    );
    const deps = await connected(
      db,
      Array.from({ length: 50 }, () => ({})),
      { email },
    );
    await run(deps);
    const [state] = await db`select * from channel_states`;
    expect(state).toMatchObject({
      channel: 'email',
      reason: 'The mail server is not answering',
      stoppedAt: deps.clock.now(),
      tries: 1,
    });
    expect(await db`select distinct status from deliveries`).toEqual([{ status: 'due' }]);
    deps.clock.advance({ minutes: 2 });
    let asked = 0;
    email.fail = () => {
      asked += 1;
      return new RetryError('The mail server is not answering', 'ECONNREFUSED', null, true);
    };
    await run(deps);
    expect(asked).toBe(1);
    email.fail = () => null;
    deps.clock.advance({ minutes: 60 });
    await run(deps);
    expect(email.taken).toHaveLength(50);
    expect((await db`select stopped_at, tries, last_sent_at from channel_states`)[0]).toEqual({
      stoppedAt: null,
      tries: 0,
      lastSentAt: deps.clock.now(),
    });
  }),
);

test(
  'an address that is refused for good is not used again, and the next way is tried',
  withRollback(async (db) => {
    const email = provider('email', () => new RefusedError('there is no such mailbox', '5.1.1', 'hard'));
    const sms = provider('sms');
    const deps = await connected(db, [{}], { email, sms });
    await run(deps);
    expect((await ledger(db))[0]).toMatchObject({
      status: 'failed',
      failure: 'hard',
      failReason: 'there is no such mailbox',
      nextAction: expect.stringContaining('next way'),
    });
    await tick(deps);
    await run(deps);
    expect(sms.taken.map(({ to }) => to)).toEqual(['+447700900101']);
    const keys = await addressKeys(deps.env.secret);
    expect(await db`select address_hash, reason, purpose from suppressions`).toEqual([
      { addressHash: await addressHash(keys, 'resident1@example.org'), reason: 'bounce', purpose: null },
    ]);
  }),
);

test(
  'who opted out at the provider is stopped on every way',
  withRollback(async (db) => {
    const sms = provider('sms', () => new RefusedError('they texted STOP', '21610', 'opted_out'));
    const deps = await connected(db, [{ preferredChannel: 'sms' }], { sms, email: provider('email') });
    await run(deps);
    await tick(deps);
    await run(deps);
    expect(await ledger(db)).toHaveLength(1);
    expect(await db`select disposition, next_at from invitations`).toEqual([{ disposition: 'refused', nextAt: null }]);
    const stops = await db<
      { reason: string; purpose: string; residentId: string | null }[]
    >`select * from suppressions order by resident_id nulls first`;
    expect(stops.map(({ reason, purpose, residentId: who }) => [reason, purpose, who])).toEqual([
      ['stop', 'research', null],
      ['stop', 'research', residentId(1)],
    ]);
  }),
);

test(
  'a mail that may have gone is never sent again by itself: a person sends it again, or leaves it',
  withRollback(async (db) => {
    const email = provider('email', () => new UnknownError('the connection broke after the words', 'ECONNRESET'));
    const deps = await connected(db, [{}, {}], { email });
    await run(deps);
    deps.clock.advance({ hours: 5 });
    await tick(deps);
    await run(deps);
    expect(email.taken).toHaveLength(2);
    const [first, second] = await ledger(db);
    expect(first).toMatchObject({ status: 'unknown', failReason: 'the connection broke after the words' });
    email.fail = () => null;
    await resendDelivery(deps, officer, String(first?.id));
    await leaveDelivery(deps, officer, String(second?.id));
    await expect(leaveDelivery(deps, officer, String(second?.id))).rejects.toMatchObject({ code: 'not_unknown' });
    await run(deps);
    expect(email.taken).toHaveLength(3);
    expect(
      (await ledger(db)).map(({ who, attempt, status, nextAction }) => [who, attempt, status, nextAction]),
    ).toEqual([
      ['R1', 1, 'failed', 'Sent again by Priya.'],
      ['R1', 2, 'accepted', null],
      ['R2', 1, 'sent', 'Left by Priya: it counts as sent.'],
    ]);
  }),
);
