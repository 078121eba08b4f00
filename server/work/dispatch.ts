import type { Channel } from '../../channels/channel.ts';
import { unlimited } from '../../channels/limits.ts';
import { addressKeys } from '../../db/address-hash.ts';
import { type ClaimedRow, claimDue } from '../../db/commands/claim.ts';
import { lookAgain } from '../../db/commands/deliveries.ts';
import type { Outcome } from '../../db/commands/settle.ts';
import { type Told, type Turns, takeTurns, tellChannel } from '../../db/commands/turns.ts';
import { landlordSettings } from '../../db/queries/settings.ts';
import type { Nation } from '../../surveys/fieldwork/bank-holidays.ts';
import { localDate } from '../../surveys/fieldwork/dates.ts';
import { isQuiet } from '../../surveys/fieldwork/quiet.ts';
import { nextPackWays } from '../actions/delivery/pack-ways.ts';
import type { Deps } from '../deps.ts';
import { retryDelayMs } from './hand.ts';
import { type BatchTold, handAll } from './hand-all.ts';
import { renderContext } from './render/context.ts';
import { type Ready, renderMessage } from './render/message.ts';
import { settling } from './settle.ts';

type Kind = 'sms' | 'email';

/** A batch that is being sent. */
interface Sending {
  kind: Kind;
  channel: Channel;
  now: Date;
  /** The landlord's date. */
  day: string;
  turns: Turns;
}

/** Sends one batch of what is due on one channel. Gives how many were looked at; 0 when nothing is due, the channel stands still, or no turn has come. */
export async function dispatch(deps: Deps, kind: Kind, limit: number): Promise<number> {
  const channel = deps.channels[kind];
  const now = deps.clock.now();
  const landlord = await landlordSettings(deps.db);
  const zone = landlord?.timeZone ?? 'Europe/London';
  const nation = (landlord?.nation ?? 'england-wales') as Nation;
  const waking = channel.sandbox || !isQuiet(now.getTime(), { zone, nation });
  const day = localDate(now.getTime(), zone);
  const limits = channel.limits ?? unlimited;
  const turns = await takeTurns(deps.db, { channel: kind, limit, now, day, waking, ...limits });
  if (turns.turns === 0) return 0;
  const rows = await claimInTurn(deps, { kind, channel, now, day, turns }, waking && !turns.capped);
  await leaveCancelled(deps, rows, now);
  await send(
    deps,
    { kind, channel, now, day, turns },
    rows.filter(({ against }) => against === null),
  );
  return rows.length;
}

/** Answers first: nobody who asked us something waits behind thousands of invitations. */
async function claimInTurn(deps: Deps, { kind, channel, now, turns }: Sending, bulk: boolean): Promise<ClaimedRow[]> {
  const { provider, sandbox } = channel;
  const claim = { channel: kind, provider, sandbox, now, keys: await addressKeys(deps.env.secret) };
  const answers = turns.answers ? await claimDue(deps.db, { ...claim, bulk: false, limit: turns.turns }) : [];
  const left = turns.turns - answers.length;
  return bulk && left > 0 ? [...answers, ...(await claimDue(deps.db, { ...claim, bulk, limit: left }))] : answers;
}

/** What was cancelled at the claim may go by another way, or ends the invitation: the tick decides. Papers and invitations to an event have no plan: their next way is written now. */
async function leaveCancelled(deps: Deps, rows: readonly ClaimedRow[], now: Date): Promise<void> {
  const cancelled = rows.filter(({ against }) => against !== null);
  if (cancelled.length === 0) return;
  const ids = cancelled.flatMap(({ invitationId }) => invitationId ?? []);
  if (ids.length > 0) await lookAgain(deps.db, ids, now);
  await nextPackWays(
    deps,
    deps.db,
    cancelled.map(({ id }) => id),
  );
}

async function send(deps: Deps, sending: Sending, claimed: readonly ClaimedRow[]): Promise<void> {
  const { kind, channel, now, turns } = sending;
  if (claimed.length === 0) {
    if (!turns.capped) await tellChannel(deps.db, toldOf(deps, sending, [], null), now);
    return;
  }
  const { ready, broken } = await renderAll(deps, claimed, kind);
  const settled = settling(deps, kind);
  for (const outcome of broken) settled.add(outcome);
  const told = await handAll(deps, channel, { ready, claimedAt: now, faults: turns.faults }, settled.add);
  const outcomes = await settled.done();
  await tellChannel(deps.db, toldOf(deps, sending, outcomes, told), deps.clock.now());
  logSent(deps, kind, outcomes);
  if (told.fault !== null) throw told.fault;
}

/** Renders each; one whose words cannot be made fails by itself, with the reason in the log. */
async function renderAll(deps: Deps, rows: readonly ClaimedRow[], kind: Kind) {
  const context = await renderContext(deps);
  const ready: Ready[] = [];
  const broken: Outcome[] = [];
  for (const row of rows) {
    try {
      ready.push(await renderMessage(deps, context, row, kind));
    } catch (error) {
      deps.log.error('render_failed', error, { deliveryId: row.id, channel: kind });
      const reason = 'its words could not be made';
      broken.push({ id: row.id, status: 'failed', failure: 'soft', code: 'render', reason });
    }
  }
  return { ready, broken };
}

const gone = new Set<Outcome['status']>(['accepted', 'sent', 'delivered', 'unknown']);

/** What the batch says of its channel: whether it works, until when it is left alone, and how many messages count for the day. */
function toldOf(deps: Deps, sending: Sending, outcomes: readonly Outcome[], told: BatchTold | null): Told {
  const { kind, day, turns } = sending;
  const trouble = told?.trouble ?? null;
  const waitMs = trouble && retryDelayMs(turns.tries, trouble.retryAfter, deps.random());
  return {
    channel: kind,
    state: trouble?.state ?? (told?.works ? 'works' : 'nothing'),
    reason: trouble?.reason ?? null,
    retryAt: waitMs === null ? null : new Date(deps.clock.now().getTime() + waitMs),
    faults: told?.faults ?? turns.faults,
    day,
    uncounted: outcomes.filter(({ status }) => gone.has(status)).length - (turns.capped ? 0 : turns.turns),
  };
}

function logSent(deps: Deps, channel: Kind, outcomes: readonly Outcome[]): void {
  const count = (wanted: Outcome['status']) => outcomes.filter(({ status }) => status === wanted).length;
  deps.log.info('dispatched', {
    channel,
    count: outcomes.length,
    failed: count('failed'),
    unknown: count('unknown'),
  });
}
