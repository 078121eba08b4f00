import type { Channel } from '../../../channels/channel.ts';
import type { OutboundMessage } from '../../../channels/message.ts';
import type { Pool } from '../../../db/connect.ts';
import { system } from '../../../server/system.ts';
import { sendDue } from '../../../server/work/drain.ts';
import { testDeps, testEnv } from '../../support/deps.ts';
import { dueMany, inviteMany, makeMany, manyLanguages } from '../../support/many.ts';

/** A Monday at ten: nobody is asleep. */
export const sendingAt = new Date('2026-11-23T10:00:00Z');

/** A ledger of people who were invited, and how its messages are sent. */
export async function makeSending(db: Pool, kind: 'sms' | 'email', people: number) {
  await makeMany(db, people);
  await inviteMany(db, people, sendingAt);
  const deps = testDeps({
    db,
    ...system,
    clock: { ...testDeps().clock, now: () => new Date(sendingAt.getTime() + 60_000) },
    env: testEnv({ PUBLIC_URL: 'https://ask.example.org' }),
  });
  const until = new Date(sendingAt.getTime() + 3_600_000);
  let attempt = 0;
  /** Makes the next messages due: the same people, another attempt. */
  const makeDue = async (count: number) => {
    attempt += 1;
    await dueMany(db, { from: 1, to: count, channel: kind, attempt, now: sendingAt });
  };
  const send = async (channel: Channel) => {
    return sendDue({ ...deps, channels: { ...deps.channels, [kind]: channel } }, { limit: 100, until });
  };
  /** One message of each language as we write it, for the limit to send again and again. */
  const samples = async (): Promise<OutboundMessage[]> => {
    const kept: OutboundMessage[] = [];
    await makeDue(manyLanguages.length);
    await send({
      kind,
      provider: kind === 'sms' ? 'twilio' : 'smtp',
      sandbox: false,
      async send(message) {
        kept.push(message);
        return { providerId: message.deliveryId, status: 'accepted' };
      },
    });
    return kept;
  };
  return { makeDue, send, samples };
}

/** Runs `one` so many times, some at once. */
export async function atOnce(count: number, some: number, one: (turn: number) => Promise<unknown>): Promise<void> {
  let turn = 0;
  const run = async () => {
    while (turn < count) {
      const mine = turn;
      turn += 1;
      await one(mine);
    }
  };
  await Promise.all(Array.from({ length: some }, run));
}
