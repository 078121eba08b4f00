import type { Channel } from '../../channels/channel.ts';
import { RetryError } from '../../channels/errors.ts';
import type { TwilioChannel } from '../../channels/sms/twilio.ts';
import { replyIsDue } from '../../db/commands/inbound.ts';
import { beat } from '../../db/commands/settle.ts';
import { transaction } from '../../db/connect.ts';
import { lastSeen } from '../../db/queries/today.ts';
import { knownInbound } from '../../db/queries/unknown.ts';
import { receiveText } from '../actions/inbound/receive-text.ts';
import type { Deps } from '../deps.ts';
import { isDatabaseAway } from '../problem.ts';

type ListedInbound = Awaited<ReturnType<TwilioChannel['listInbound']>>[number];

/** How often the provider's list is read. */
const everyMs = 5 * 60_000;
/** A text younger than this may still be on its way to our webhook. */
const patienceMs = 2 * 60_000;
/** How far back the first sweep looks, and how much two sweeps overlap. */
const firstLookMs = 24 * 60 * 60_000;
const overlapMs = 60 * 60_000;

const hasList = (channel: Channel): channel is TwilioChannel => 'listInbound' in channel;

/** Reads the provider's list of texts that came in, and takes in any that never reached us. Gives how many those were. */
export async function sweepInbound(deps: Deps): Promise<number> {
  const channel = deps.channels.sms;
  if (!hasList(channel)) return 0;
  const now = deps.clock.now();
  const last = await lastSeen(deps.db, 'sweep');
  if (last !== null && now.getTime() - last.getTime() < everyMs) return 0;
  const since = new Date(last === null ? now.getTime() - firstLookMs : last.getTime() - overlapMs);
  try {
    const taken = await takeMissing(deps, channel, await channel.listInbound(since), now);
    await beat(deps.db, 'sweep', now);
    return taken;
  } catch (error) {
    if (!(error instanceof RetryError)) throw error;
    deps.log.warn('list_refused', { channel: 'sms', code: error.code });
    return 0;
  }
}

async function takeMissing(
  deps: Deps,
  channel: TwilioChannel,
  listed: readonly ListedInbound[],
  now: Date,
): Promise<number> {
  const known = await knownInbound(
    deps.db,
    channel.provider,
    listed.map(({ providerId }) => providerId),
  );
  const missing = listed
    .filter(({ providerId, at }) => !known.has(providerId) && now.getTime() - at.getTime() >= patienceMs)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const text of missing) await takeIn(deps, channel.provider, text);
  if (missing.length > 0) deps.log.warn('inbound_swept', { channel: 'sms', count: missing.length });
  return missing.length;
}

/** The text and its answer are kept together. When that fails, the text is kept by itself, as at a webhook. */
async function takeIn(deps: Deps, provider: string, text: ListedInbound): Promise<void> {
  try {
    await transaction(deps.db, (db) => keep({ ...deps, db }, provider, text));
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    await keep(deps, provider, text);
  }
}

/** Nobody waits for our answer at a webhook, so it goes as a text of its own, through the ledger. */
async function keep(deps: Deps, provider: string, { providerId, from, to, body }: ListedInbound): Promise<void> {
  const known = await knownInbound(deps.db, provider, [providerId]);
  if (known.has(providerId)) return;
  const { reply } = await receiveText(deps, { provider, providerId, from, to, body, fields: null });
  if (reply !== null) await replyIsDue(deps.db, { provider, providerId }, deps.clock.now());
}
