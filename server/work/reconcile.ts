import type { Channel } from '../../channels/channel.ts';
import { RetryError } from '../../channels/errors.ts';
import type { TwilioChannel } from '../../channels/sms/twilio.ts';
import { refreshDispositions } from '../../db/commands/dispositions.ts';
import { forsaken } from '../../db/commands/settle.ts';
import { foundAtProvider, lookedFor, sendOnceMore } from '../../db/commands/unknown.ts';
import { idsOfOthers, type UnknownText, unknownTexts } from '../../db/queries/unknown.ts';
import { groupCode, hideCodes } from '../../surveys/fieldwork/code.ts';
import type { Deps } from '../deps.ts';

type ListedSent = Awaited<ReturnType<TwilioChannel['findSent']>>[number];

/** A claim not settled for this long is forsaken: the process that made it stops handing over a minute earlier. */
const leaseMs = 5 * 60_000;
/** A provider's own list may be this far behind what it took. */
const listLagMs = 10 * 60_000;
/** Texts looked for in one round: each is one question to the provider. */
const lookAtOnce = 50;

/** Clears up what was claimed and never settled. Gives how many deliveries it decided about. */
export async function reconcile(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  const left = await forsaken(deps.db, new Date(now.getTime() - leaseMs), now);
  await refreshDispositions(
    deps.db,
    left.flatMap(({ recipientId }) => recipientId ?? []),
    now,
  );
  if (left.length > 0) deps.log.warn('claims_forsaken', { count: left.length });
  return left.length + (await lookForTexts(deps, now));
}

const hasList = (channel: Channel): channel is TwilioChannel => 'findSent' in channel;

async function lookForTexts(deps: Deps, now: Date): Promise<number> {
  const channel = deps.channels.sms;
  if (!hasList(channel)) return 0;
  const texts = await unknownTexts(deps.db, channel.provider, new Date(now.getTime() - listLagMs), lookAtOnce);
  for (const text of texts) {
    try {
      await decide(deps, text, await traceOf(deps, channel, text));
    } catch (error) {
      if (!(error instanceof RetryError)) throw error;
      deps.log.warn('list_refused', { channel: 'sms', code: error.code });
      return 0;
    }
  }
  return texts.length;
}

/** The provider's own record of a text: to the same number, since just before the claim, with the same code or else the same words, and no other's. */
async function traceOf(deps: Deps, channel: TwilioChannel, text: UnknownText): Promise<ListedSent | null> {
  const listed = await channel.findSent({ to: text.to, since: new Date(text.claimedAt.getTime() - 60_000) });
  const ids = listed.map(({ providerId }) => providerId);
  const others = await idsOfOthers(deps.db, { provider: channel.provider, ids, than: text.id });
  return listed.find((each) => !others.has(each.providerId) && isSame(each, text)) ?? null;
}

function isSame({ body }: ListedSent, { code, words }: UnknownText): boolean {
  if (hideCodes(body) !== words) return false;
  return code === null || hideCodes(words) === body || body.includes(code) || body.includes(groupCode(code));
}

/** Found: it went. No trace: it is sent once more, and recorded so; if that one is lost too, a person decides. */
async function decide(deps: Deps, text: UnknownText, trace: ListedSent | null): Promise<void> {
  const now = deps.clock.now();
  if (trace !== null) await foundAtProvider(deps.db, text.id, trace.providerId, now);
  else if (text.onceMore) await lookedFor(deps.db, text.id);
  else {
    const nextAction = 'Sent once more: ten minutes after we handed it over the provider had no trace of it.';
    const reason = 'the provider has no trace of it';
    await sendOnceMore(deps.db, { id: text.id, code: 'no_trace', reason, nextAction }, deps.newId(), now);
  }
  if (text.recipientId !== null) await refreshDispositions(deps.db, [text.recipientId], now);
}
