import type { Channel } from '../../channels/channel.ts';
import { UnknownError } from '../../channels/errors.ts';
import type { OutboundMessage } from '../../channels/message.ts';
import type { Db } from '../../db/connect.ts';
import { launchWave } from '../../server/actions/wave/launch.ts';
import type { Deps } from '../../server/deps.ts';
import { drain } from '../../server/work/drain.ts';
import { tick } from '../../server/work/tick.ts';
import { type TestDeps, testDeps } from '../support/deps.ts';
import { makeWave, makeWorld, officer, type PersonChanges, seePrinter, type WaveChanges, waveId } from './world.ts';

/** A real provider's channel, as far as the work can tell: fails as told, keeps what it took. */
export function provider(kind: 'sms' | 'email', fail: (message: OutboundMessage) => Error | null = () => null) {
  const taken: OutboundMessage[] = [];
  const channel: Channel & { taken: OutboundMessage[]; fail: typeof fail } = {
    kind,
    provider: kind === 'sms' ? 'twilio' : 'smtp',
    sandbox: false,
    taken,
    fail,
    async send(message) {
      const error = channel.fail(message);
      if (error !== null && !(error instanceof UnknownError)) throw error;
      taken.push(message);
      if (error !== null) throw error;
      return { providerId: `P${taken.length}`, status: 'accepted' };
    },
  };
  return channel;
}

/** A wave that was launched and whose first step is due. */
export async function inField(
  db: Db,
  who: readonly PersonChanges[],
  wave: WaveChanges = {},
  channels: Partial<TestDeps['channels']> = {},
) {
  const deps = testDeps({ db });
  const all = { ...deps, channels: { ...deps.channels, ...channels } };
  await makeWorld(db, who);
  await makeWave(db, wave);
  await seePrinter(db, deps.clock.now());
  await launchWave(all, officer, waveId);
  await tick(all);
  return all;
}

/** Works off everything that waits. */
export const work = (deps: Deps) => drain(deps, { limit: 100, until: new Date('2030-01-01') });
/** Every delivery with whom it is for, in order. */
export const ledger = (db: Db) => db<Record<string, unknown>[]>`
  select r.reference as who, d.* from deliveries d join recipients rec on rec.id = d.recipient_id
  join residents r on r.id = rec.resident_id order by r.reference, d.step, d.attempt`;

/** People of a wave that was launched for practice, as if a provider had been connected since. */
export async function connected(
  db: Db,
  who: readonly PersonChanges[],
  channels: { sms?: Channel; email?: Channel },
  wave: WaveChanges = {},
) {
  const deps = await inField(db, who, wave);
  await db`update residents set demo = false`;
  return { ...deps, channels: { ...deps.channels, ...channels } };
}
