import { addressKeys } from '../../../db/address-hash.ts';
import type { NewDelivery, Standing } from '../../../db/commands/deliveries.ts';
import type { Db } from '../../../db/connect.ts';
import type { CellFilter } from '../../../db/queries/board.ts';
import { sparesInCell, waitingInCell } from '../../../db/queries/cell-asks.ts';
import { type DueRow, takeInvitations } from '../../../db/queries/due.ts';
import type { WaveRow } from '../../../db/queries/waves.ts';
import { type Ahead, aheadStep } from '../../../surveys/fieldwork/ahead.ts';
import type { ContactChannel } from '../../../surveys/fieldwork/channel.ts';
import { followingAt, type Timetable } from '../../../surveys/fieldwork/due.ts';
import { nextWaking } from '../../../surveys/fieldwork/quiet.ts';
import { shuffled } from '../../../surveys/fieldwork/sampling.ts';
import type { Format } from '../../../surveys/format.ts';
import type { Deps } from '../../deps.ts';
import { factsOf, tableOf } from '../../work/tick.ts';
import { choiceOf } from './choice.ts';
import { pricesToday } from './prices-today.ts';
import { waysOf } from './ways.ts';

/** One person of a cell who can be asked now: an invitation with the step it would get, or somebody new of the frame. */
export interface Going {
  id: string;
  channel: ContactChannel;
  kind: 'invitation' | 'reminder';
  format: Format;
  at: number;
  delivery: NewDelivery | null;
  standing: Standing | null;
}

/** Most people looked at for one press, drawn at random: all that decides what somebody is sent is read for each. */
const mostLookedAt = 10_000;

/** Those of a cell who were asked and have not answered, in an order of chance, each with the next step they can be sent. Holds them. */
export async function nextSteps(
  tx: Db,
  deps: Deps,
  wave: WaveRow,
  { filter, seed }: { filter: CellFilter; seed: string },
): Promise<Going[]> {
  const now = deps.clock.now();
  const ids = shuffled(await waitingInCell(tx, wave.id, filter), seed).slice(0, mostLookedAt);
  const rows = await takeInvitations(tx, ids, now, await addressKeys(deps.env.secret));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const table = tableOf(deps, wave);
  return ids.flatMap((id) => {
    const row = byId.get(id);
    const ahead = row && aheadStep(table, factsOf(row, noneFull), now.getTime());
    return row && ahead && isSent(ahead) ? [goingOf(deps, row, ahead, { table, now })] : [];
  });
}

/** Asked for by somebody who sees the quota: it holds nobody back. */
const noneFull: ReadonlySet<string> = new Set();

type Sent = Ahead & { channel: ContactChannel };
/** Whose next step is a call stands on the list of calls, and is rung from there. */
const isSent = (ahead: Ahead): ahead is Sent => ahead.channel !== 'telephone';

function goingOf(deps: Deps, row: DueRow, ahead: Sent, { table, now }: { table: Timetable; now: Date }): Going {
  const { step, channel, kind, at } = ahead;
  const { language, format } = row;
  const attempt = row.lastStep === step ? row.lastAttempt + 1 : 1;
  const dueAt = new Date(at);
  const next = channel === 'post' ? null : followingAt(table, step, Math.max(at, now.getTime()));
  return {
    id: row.id,
    channel,
    kind,
    format,
    at,
    delivery: { id: deps.newId(), recipientId: row.id, step, attempt, channel, kind, dueAt, language, format },
    standing: { id: row.id, nextStep: Math.max(row.nextStep, step + 1), nextAt: next === null ? null : new Date(next) },
  };
}

/** Those of a cell who were not drawn at the launch and may be asked still, in an order of chance: they start the plan now. */
export async function freshOnes(
  tx: Db,
  deps: Deps,
  wave: WaveRow,
  { filter, seed }: { filter: CellFilter; seed: string },
): Promise<Going[]> {
  const [first] = wave.plan.steps;
  const now = deps.clock.now().getTime();
  const place = { zone: wave.timeZone, nation: wave.nation };
  const rows = await sparesInCell(tx, await choiceOf(deps, wave, wave.seed ?? ''), filter);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return shuffled([...byId.keys()], seed).flatMap((id): Going[] => {
    const row = byId.get(id);
    const channel = row && first && waysOf(first, { ...row, mayRing: false, older: false })[0];
    if (!row || !channel || channel === 'telephone') return [];
    const free = channel === 'post' || deps.channels[channel].sandbox;
    const at = free ? now : nextWaking(now, place);
    return [{ id, channel, kind: 'invitation', format: row.format, at, delivery: null, standing: null }];
  });
}

/** About what sending to these costs, in pence; `priced` is false where some have no price, which are not in the sum. */
export async function costOf(
  tx: Db,
  deps: Deps,
  wave: WaveRow,
  going: readonly Going[],
): Promise<{ pence: number; priced: boolean }> {
  const price = await pricesToday(tx, deps, wave);
  const each = going.map(({ channel, format, delivery }) => price[channel]({ format, step: delivery?.step ?? 0 }));
  const pence = Math.round(each.reduce<number>((sum, one) => sum + (one ?? 0), 0));
  return { pence, priced: !each.includes(null) };
}
