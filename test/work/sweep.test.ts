import { expect, test } from 'vitest';
import { twilioChannel } from '../../channels/sms/twilio.node.ts';
import type { Db } from '../../db/connect.ts';
import { sweepInbound } from '../../server/work/sweep-inbound.ts';
import { withRollback } from '../support/database.ts';
import { testEnv } from '../support/deps.ts';
import { startTwilio } from '../support/standins/twilio.ts';
import { inField, work } from './field.ts';

const arrived = (db: Db) => db<{ body: string; done: string; reply: string | null }[]>`
  select body, done, reply from inbound_messages order by received_at, body`;

const replies = (db: Db) => db<Record<string, unknown>[]>`select * from deliveries where kind = 'reply'`;

test(
  'a text whose webhook was lost is taken in once, and answered',
  withRollback(async (db) => {
    const deps = await inField(db, [{ preferredChannel: 'sms' }]);
    await work(deps);
    await db`update residents set demo = false`;
    const twilio = await startTwilio({ now: deps.clock.now });
    const sms = twilioChannel(twilio.settings);
    const swept = {
      ...deps,
      env: testEnv({ PUBLIC_URL: 'https://ask.example.org' }),
      channels: { ...deps.channels, sms },
    };
    try {
      twilio.textLost('+447700900101', 'STOP');
      expect(await sweepInbound(swept)).toBe(0);
      deps.clock.advance({ minutes: 6 });
      expect(await sweepInbound(swept)).toBe(1);
      deps.clock.advance({ minutes: 6 });
      expect(await sweepInbound(swept)).toBe(0);
      expect(await arrived(db)).toMatchObject([{ body: 'STOP', done: 'stopped' }]);
      expect(await db`select reason from suppressions where resident_id is not null`).toEqual([{ reason: 'stop' }]);
      expect(await replies(db)).toMatchObject([{ status: 'due' }]);
      expect(twilio.accepted).toEqual([]);
      await work(swept);
      expect(await replies(db)).toMatchObject([
        { status: 'accepted', words: expect.stringContaining('No more surveys from us'), segments: 1 },
      ]);
      expect(twilio.accepted.map(({ to }) => to)).toEqual(['+447700900101']);
      expect(twilio.accepted[0]?.body).toContain('No more surveys from us');
    } finally {
      await sms.close?.();
      await twilio.close();
    }
  }),
);

test(
  'an answer to a swept text has the link of the survey, whose code the ledger does not keep',
  withRollback(async (db) => {
    const deps = await inField(db, [{ preferredChannel: 'sms' }]);
    await work(deps);
    await db`update residents set demo = false`;
    const twilio = await startTwilio({ now: deps.clock.now });
    const sms = twilioChannel(twilio.settings);
    const swept = {
      ...deps,
      env: testEnv({ PUBLIC_URL: 'https://ask.example.org' }),
      channels: { ...deps.channels, sms },
    };
    try {
      const [invitation] = await db<{ code: string }[]>`select code from invitations`;
      for (const words of ['1', '9', '9', '9']) {
        twilio.textLost('+447700900101', words);
        deps.clock.advance({ minutes: 6 });
        await work(swept);
        await work(swept);
      }
      expect(twilio.accepted.map(({ body }) => body)).toContainEqual(
        expect.stringContaining(`https://ask.example.org/s/${invitation?.code} `),
      );
      expect((await replies(db)).map(({ words }) => words)).toContainEqual(
        expect.stringContaining('/s/•••• •••• ••••'),
      );
    } finally {
      await sms.close?.();
      await twilio.close();
    }
  }),
);

test(
  'a channel that keeps no list is not asked',
  withRollback(async (db) => {
    const deps = await inField(db, [{}]);
    expect(await sweepInbound(deps)).toBe(0);
  }),
);
