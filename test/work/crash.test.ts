import { expect, test } from 'vitest';
import type { Channel } from '../../channels/channel.ts';
import { twilioChannel } from '../../channels/sms/twilio.node.ts';
import { addressKeys } from '../../db/address-hash.ts';
import { claimDue } from '../../db/commands/claim.ts';
import { type Outcome, settleDeliveries } from '../../db/commands/settle.ts';
import type { Db } from '../../db/connect.ts';
import { applyReceipts } from '../../server/actions/delivery/receipts.ts';
import { launchWave } from '../../server/actions/wave/launch.ts';
import { dispatch } from '../../server/work/dispatch.ts';
import { drain } from '../../server/work/drain.ts';
import { handedAtOnce } from '../../server/work/hand-all.ts';
import { tick } from '../../server/work/tick.ts';
import { cloneDatabase, withRollback } from '../support/database.ts';
import { type TestDeps, testDeps, testEnv } from '../support/deps.ts';
import { startTwilio } from '../support/standins/twilio.ts';
import { makeWave, makeWorld, officer, seePrinter, waveId } from './world.ts';

const until = new Date('2030-01-01');

async function inField(db: Db, people: number, preferredChannel: string, set: Partial<TestDeps> = {}) {
  const deps = testDeps({ db, ...set });
  await makeWorld(
    db,
    Array.from({ length: people }, () => ({ preferredChannel })),
  );
  await makeWave(db);
  await seePrinter(db, deps.clock.now());
  await launchWave(deps, officer, waveId);
  await tick(deps);
  await db`update residents set demo = false`;
  return deps;
}

/** Takes the message and never answers, as when our process dies while it waits. */
function silent(kind: 'sms' | 'email') {
  const taken: string[] = [];
  let heard = () => {};
  const asked = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const channel: Channel = {
    kind,
    provider: kind === 'sms' ? 'twilio' : 'smtp',
    sandbox: false,
    send(message) {
      taken.push(message.deliveryId);
      heard();
      return new Promise(() => {});
    },
  };
  return { channel, taken, asked };
}

const statuses = async (db: Db) =>
  (await db<{ status: string }[]>`select status from deliveries order by step, attempt`).map(({ status }) => status);

test('a mail claimed by a process that died is never sent again by us: it stands as unknown', async () => {
  const { db, drop } = await cloneDatabase();
  try {
    const deps = await inField(db, 1, 'email');
    const { channel, taken, asked } = silent('email');
    void dispatch({ ...deps, channels: { ...deps.channels, email: channel } }, 'email', 100);
    await asked;
    expect(await statuses(db)).toEqual(['claimed']);
    deps.clock.advance({ minutes: 6 });
    const sent: string[] = [];
    const other: Channel = {
      ...channel,
      async send({ deliveryId }) {
        sent.push(deliveryId);
        return { providerId: 'x', status: 'sent' };
      },
    };
    const survivor = { ...deps, channels: { ...deps.channels, email: other } };
    await drain(survivor, { limit: 100, until });
    deps.clock.advance({ hours: 3 });
    await drain(survivor, { limit: 100, until });
    expect(await statuses(db)).toEqual(['unknown']);
    expect([taken.length, sent.length]).toEqual([1, 0]);
  } finally {
    await drop();
  }
});

test(
  'a delivery claimed by a process that died before it wrote the words has not gone: it is sent',
  withRollback(async (db) => {
    const deps = await inField(db, 1, 'email');
    await db`update deliveries set status = 'claimed', claimed_at = ${deps.clock.now()}`;
    await db`update residents set demo = true`;
    deps.clock.advance({ minutes: 6 });
    await drain(deps, { limit: 100, until });
    expect(await statuses(db)).toEqual(['delivered']);
    expect(deps.channels.email.sent).toHaveLength(1);
  }),
);

test(
  'what goes back to wait goes back once, though it is said again when others have it',
  withRollback(async (db) => {
    const { clock } = await inField(db, 1, 'sms');
    const keys = await addressKeys('secret');
    const claim = () =>
      claimDue(db, {
        channel: 'sms',
        provider: 'twilio',
        sandbox: false,
        bulk: true,
        limit: 1,
        keys,
        now: clock.now(),
      });
    const claimedAt = clock.now();
    const [row] = await claim();
    const back: Outcome = { id: row?.id ?? '', status: 'due', dueAt: claimedAt, unasked: true, claimedAt };
    await settleDeliveries(db, [back], clock.now());
    expect(await statuses(db)).toEqual(['due']);
    clock.advance({ minutes: 1 });
    expect(await claim()).toHaveLength(1);
    await settleDeliveries(db, [back], clock.now());
    expect(await statuses(db)).toEqual(['claimed']);
  }),
);

test('a process that wakes up too late does not send what others may have taken over', async () => {
  const { db, drop } = await cloneDatabase();
  try {
    const deps = await inField(db, handedAtOnce.email + 1, 'email');
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const sent: string[] = [];
    const slow: Channel = {
      kind: 'email',
      provider: 'smtp',
      sandbox: false,
      async send({ deliveryId }) {
        sent.push(deliveryId);
        if (sent.length === handedAtOnce.email) deps.clock.advance({ minutes: 5 });
        if (sent.length === handedAtOnce.email) release();
        await gate;
        return { providerId: deliveryId, status: 'sent' };
      },
    };
    await dispatch({ ...deps, channels: { ...deps.channels, email: slow } }, 'email', 100);
    expect(sent).toHaveLength(handedAtOnce.email);
    expect((await statuses(db)).filter((status) => status === 'due')).toHaveLength(1);
  } finally {
    await drop();
  }
});

test('two processes that drain at once send each message once', async () => {
  const { db, drop } = await cloneDatabase();
  try {
    const deps = await inField(db, 400, 'sms');
    const sent: string[] = [];
    const sms: Channel = {
      kind: 'sms',
      provider: 'twilio',
      sandbox: false,
      async send({ deliveryId }) {
        sent.push(deliveryId);
        await new Promise((resolve) => setImmediate(resolve));
        return { providerId: deliveryId, status: 'accepted' };
      },
    };
    const worker = { ...deps, channels: { ...deps.channels, sms }, newId: () => crypto.randomUUID() };
    await Promise.all([1, 2, 3].map(() => drain(worker, { limit: 40, until })));
    expect(sent).toHaveLength(400);
    expect(new Set(sent).size).toBe(400);
    expect(new Set(await statuses(db))).toEqual(new Set(['accepted']));
  } finally {
    await drop();
  }
});

test('two ticks at once write each step once', async () => {
  const { db, drop } = await cloneDatabase();
  try {
    const deps = testDeps({ db, newId: () => crypto.randomUUID() });
    await makeWorld(
      db,
      Array.from({ length: 300 }, () => ({})),
    );
    await makeWave(db);
    await seePrinter(db, deps.clock.now());
    await launchWave(deps, officer, waveId);
    const ticked = await Promise.all([tick(deps), tick(deps), tick(deps)]);
    expect(ticked.reduce((sum, { written }) => sum + written, 0)).toBe(300);
    expect(await statuses(db)).toHaveLength(300);
  } finally {
    await drop();
  }
});

const texting = async (deps: TestDeps) => {
  const twilio = await startTwilio({ now: deps.clock.now });
  const sms = twilioChannel(twilio.settings);
  const done = async () => {
    await sms.close?.();
    await twilio.close();
  };
  const env = testEnv({ PUBLIC_URL: 'https://ask.example.org' });
  return { twilio, work: { ...deps, env, channels: { ...deps.channels, sms } }, done };
};

test(
  'a text lost on the way back is found in the provider’s own list, not before ten minutes, and never sent twice',
  withRollback(async (db) => {
    const deps = await inField(db, 1, 'sms');
    const { twilio, work, done } = await texting(deps);
    try {
      twilio.fail('lost');
      await drain(work, { limit: 10, until });
      expect(await statuses(db)).toEqual(['unknown']);
      deps.clock.advance({ minutes: 9 });
      await drain(work, { limit: 10, until });
      expect(await statuses(db)).toEqual(['unknown']);
      deps.clock.advance({ minutes: 2 });
      await drain(work, { limit: 10, until });
      const [row] = await db`select status, provider_id, next_action from deliveries`;
      expect(row).toEqual({
        status: 'accepted',
        providerId: twilio.accepted[0]?.sid,
        nextAction: "Found in the provider's own list.",
      });
      expect(twilio.accepted).toHaveLength(1);
    } finally {
      await done();
    }
  }),
);

test(
  'a text the provider has no trace of is sent once more, and recorded so; if that is lost too, a person decides',
  withRollback(async (db) => {
    const deps = await inField(db, 1, 'sms');
    const { twilio, work, done } = await texting(deps);
    try {
      twilio.fail('500', 2);
      for (const minutes of [0, 11, 11, 11]) {
        deps.clock.advance({ minutes });
        await drain(work, { limit: 10, until });
      }
      const rows = await db<
        { attempt: number; status: string; failCode: string }[]
      >`select * from deliveries order by attempt`;
      expect(rows.map(({ attempt, status, failCode }) => [attempt, status, failCode])).toEqual([
        [1, 'failed', 'no_trace'],
        [2, 'unknown', 'looked_for'],
      ]);
      expect(twilio.accepted).toHaveLength(0);
    } finally {
      await done();
    }
  }),
);

test(
  'a text that we did not hear of but Twilio reported on is never sent again',
  withRollback(async (db) => {
    const deps = await inField(db, 1, 'sms');
    const { twilio, work, done } = await texting(deps);
    try {
      twilio.fail('lost');
      await drain(work, { limit: 10, until });
      const [text] = twilio.accepted;
      const [row] = await db<{ id: string }[]>`select id from deliveries`;
      const report = {
        deliveryId: row?.id ?? '',
        providerId: text?.sid ?? '',
        failure: null,
        code: null,
        reason: null,
      };
      await applyReceipts(work, 'twilio', [{ ...report, eventId: 'queued', status: 'accepted', at: deps.clock.now() }]);
      expect(await statuses(db)).toEqual(['accepted']);
      // As a database of an earlier version may have it: the provider's id, and still unknown.
      await db`update deliveries set status = 'unknown'`;
      deps.clock.advance({ minutes: 11 });
      await drain(work, { limit: 10, until });
      expect(await statuses(db)).toEqual(['accepted']);
      expect(twilio.accepted).toHaveLength(1);
    } finally {
      await done();
    }
  }),
);
