import type { Channel } from '../../channels/channel.ts';
import type { RetryError } from '../../channels/errors.ts';
import { addressKeys } from '../../db/address-hash.ts';
import { type ClaimedRow, claimDue, giveBack, recordWords } from '../../db/commands/claim.ts';
import { lookAgain } from '../../db/commands/deliveries.ts';
import { refreshDispositions } from '../../db/commands/dispositions.ts';
import { channelWorks, type Outcome, settleDeliveries, stopChannel } from '../../db/commands/settle.ts';
import { insertTokens } from '../../db/commands/tokens.ts';
import { transaction } from '../../db/connect.ts';
import { channelStanding, invitationsOf } from '../../db/queries/channels.ts';
import { landlordSettings } from '../../db/queries/settings.ts';
import type { Nation } from '../../surveys/fieldwork/bank-holidays.ts';
import { isQuiet } from '../../surveys/fieldwork/quiet.ts';
import { afterFailures } from '../actions/delivery/failures.ts';
import { nextPackWays } from '../actions/delivery/pack-ways.ts';
import type { Deps } from '../deps.ts';
import { handOver, retryDelayMs } from './hand.ts';
import { renderContext } from './render/context.ts';
import { type Ready, renderMessage } from './render/message.ts';

/** Messages with a provider at once: enough to hide 100 ms of network, few enough for any rate limit. */
const handedAtOnce = 20;
/** After this long a claim is too old to be handed over: soon others may take it for forsaken. */
export const handWithinMs = 4 * 60_000;

/** Sends one batch of what is due on one channel. Gives how many were looked at; 0 when nothing is due or the channel stands still. */
export async function dispatch(deps: Deps, kind: 'sms' | 'email', limit: number): Promise<number> {
  const channel = deps.channels[kind];
  const now = deps.clock.now();
  const standing = await channelStanding(deps.db, kind);
  if (standing.retryAt !== null && standing.retryAt > now) return 0;
  // A channel that stood still is tried with one message first.
  const rows = await claimBatch(deps, channel, standing.stoppedAt === null ? limit : 1, now);
  await leaveCancelled(deps, rows, now);
  const claimed = rows.filter(({ against }) => against === null);
  if (claimed.length > 0) await send(deps, channel, { claimed, claimedAt: now, tries: standing.tries });
  return rows.length;
}

async function claimBatch(deps: Deps, channel: Channel, limit: number, now: Date): Promise<ClaimedRow[]> {
  const landlord = await landlordSettings(deps.db);
  const place = {
    zone: landlord?.timeZone ?? 'Europe/London',
    nation: (landlord?.nation ?? 'england-wales') as Nation,
  };
  return claimDue(deps.db, {
    channel: channel.kind === 'sms' ? 'sms' : 'email',
    provider: channel.provider,
    sandbox: channel.sandbox,
    waking: channel.sandbox || !isQuiet(now.getTime(), place),
    now,
    limit,
    keys: await addressKeys(deps.env.secret),
  });
}

/** What was cancelled at the claim may go by another way, or ends the invitation: the tick decides. Papers and invitations to an event have no plan: their next way is written now. */
async function leaveCancelled(deps: Deps, rows: readonly ClaimedRow[], now: Date): Promise<void> {
  const ids = rows.flatMap(({ against, invitationId }) =>
    against !== null && invitationId !== null ? [invitationId] : [],
  );
  if (ids.length > 0) await lookAgain(deps.db, ids, now);
  await nextPackWays(
    deps,
    deps.db,
    rows.flatMap(({ id, against }) => (against !== null ? [id] : [])),
  );
}

interface Batch {
  claimed: readonly ClaimedRow[];
  claimedAt: Date;
  /** How often the channel was tried in vain before this. */
  tries: number;
}

async function send(deps: Deps, channel: Channel, { claimed, claimedAt, tries }: Batch): Promise<void> {
  const kind = channel.kind === 'sms' ? 'sms' : 'email';
  const { ready, broken } = await renderAll(deps, claimed, kind);
  const ours = await writeDown(deps, ready, claimedAt);
  const { outcomes, down } = await handAll(
    deps,
    channel,
    ready.filter(({ row }) => ours.has(row.id)),
    claimedAt,
  );
  await settle(deps, kind, [...broken, ...outcomes], { down, tries });
}

/** Renders each; one whose words cannot be made fails by itself, with the reason in the log. */
async function renderAll(deps: Deps, rows: readonly ClaimedRow[], kind: 'sms' | 'email') {
  const context = await renderContext(deps);
  const ready: Ready[] = [];
  const broken: Outcome[] = [];
  for (const row of rows) {
    try {
      ready.push(await renderMessage(deps, context, row, kind));
    } catch (error) {
      deps.log.error('render_failed', error, { deliveryId: row.id, channel: kind });
      broken.push({
        id: row.id,
        status: 'failed',
        failure: 'soft',
        code: 'render',
        reason: 'its words could not be made',
      });
    }
  }
  return { ready, broken };
}

/** Words and links are written before anybody is asked to send them: a delivery without words has certainly not gone. */
const writeDown = (deps: Deps, ready: readonly Ready[], claimedAt: Date): Promise<Set<string>> =>
  transaction(deps.db, async (tx) => {
    const ours = await recordWords(
      tx,
      ready.map(({ kept }) => kept),
      claimedAt,
    );
    const tokens = ready.filter(({ row }) => ours.has(row.id)).flatMap((each) => each.tokens);
    if (tokens.length > 0) await insertTokens(tx, tokens);
    return ours;
  });

/** Hands over a few at a time, with no transaction open. When the channel turns out to be down, the rest is not tried. */
async function handAll(deps: Deps, channel: Channel, ready: readonly Ready[], claimedAt: Date) {
  const queue = [...ready];
  const outcomes: Outcome[] = [];
  let down: RetryError | null = null;
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const late = deps.clock.now().getTime() - claimedAt.getTime() > handWithinMs;
      if (late || down !== null) {
        outcomes.push({ id: next.row.id, status: 'due', dueAt: deps.clock.now() });
        continue;
      }
      const handed = await handOver(deps, channel, next);
      outcomes.push(handed.outcome);
      down ??= handed.down;
    }
  };
  await Promise.all(Array.from({ length: Math.min(handedAtOnce, ready.length) }, worker));
  return { outcomes, down };
}

async function settle(
  deps: Deps,
  kind: 'sms' | 'email',
  outcomes: readonly Outcome[],
  { down, tries }: { down: RetryError | null; tries: number },
): Promise<void> {
  const now = deps.clock.now();
  await transaction(deps.db, async (tx) => {
    const notTried = outcomes.filter(({ status, code }) => status === 'due' && code === undefined);
    await giveBack(
      tx,
      notTried.map(({ id }) => id),
      now,
    );
    const tried = outcomes.filter((outcome) => !notTried.includes(outcome));
    if (tried.length > 0) await settleDeliveries(tx, tried, now);
    await afterFailures(
      deps,
      tx,
      tried.flatMap(({ id, status }) => (status === 'failed' ? [id] : [])),
    );
    await refreshDispositions(
      tx,
      await invitationsOf(
        tx,
        tried.map(({ id }) => id),
      ),
      now,
    );
    if (down !== null) {
      const retryAt = new Date(now.getTime() + retryDelayMs(tries, down.retryAfter));
      await stopChannel(tx, kind, down.message, now, retryAt);
    } else if (tried.some(({ status }) => status !== 'failed' && status !== 'due')) await channelWorks(tx, kind, now);
  });
  const count = (status: Outcome['status']) => outcomes.filter((outcome) => outcome.status === status).length;
  deps.log.info('dispatched', {
    channel: kind,
    count: outcomes.length,
    failed: count('failed'),
    unknown: count('unknown'),
  });
}
