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

test(
  'a text whose webhook was lost is taken in once, and answered',
  withRollback(async (db) => {
    const deps = await inField(db, [{ preferredChannel: 'sms' }]);
    await work(deps);
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
      expect(twilio.accepted.map(({ to }) => to)).toEqual(['+447700900101']);
      expect(twilio.accepted[0]?.body).toContain('No more surveys from us');
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
