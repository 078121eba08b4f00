import { addressKeys } from '../../db/address-hash.ts';
import { insertCallTasks } from '../../db/commands/call-list.ts';
import { insertDeliveries, type NewDelivery, type Standing, setStanding } from '../../db/commands/deliveries.ts';
import { refreshDispositions } from '../../db/commands/dispositions.ts';
import { setClosed } from '../../db/commands/waves.ts';
import { type Db, transaction } from '../../db/connect.ts';
import { answeredByStratum, type DueRow, takeDueInvitations, whatIsDue } from '../../db/queries/due.ts';
import { isOverLocked, type WaveRow, wavesByIds, wavesToClose } from '../../db/queries/waves.ts';
import {
  type Due,
  dueStep,
  followingAt,
  type InvitationFacts,
  type Timetable,
  timetable,
} from '../../surveys/fieldwork/due.ts';
import { contactPlan } from '../../surveys/fieldwork/plan.ts';
import { fullCells, samplingOf } from '../../surveys/fieldwork/sampling-design.ts';
import type { Deps } from '../deps.ts';
import { endFullCells } from './quotas.ts';

/** Invitations of one transaction: 5,000 take about a second, and their locks are short. */
const takeAtOnce = 5000;
/** A text or email still on its way is looked at again after this long. */
const onItsWayMs = 15 * 60_000;

export interface Ticked {
  closed: number;
  looked: number;
  written: number;
}

/** Ends groups of a quota that are full, closes what is over, then asks the plan of each invitation whose time has come which step is due, and writes its delivery. */
export async function tick(deps: Deps): Promise<Ticked> {
  const now = deps.clock.now();
  const { due, quotas } = await whatIsDue(deps.db, now);
  if (quotas) await endFullCells(deps);
  if (!due) return { closed: 0, looked: 0, written: 0 };
  const closed = await closeOver(deps, now);
  let looked = 0;
  let written = 0;
  for (;;) {
    const batch = await tickBatch(deps, now);
    looked += batch.looked;
    written += batch.written;
    if (batch.looked < takeAtOnce) break;
  }
  if (written > 0) deps.wake();
  return { closed, looked, written };
}

/** Closes what is over. Gives how many waves that were. */
async function closeOver({ db }: Deps, now: Date): Promise<number> {
  let closed = 0;
  for (const id of await wavesToClose(db, now)) {
    const done = await transaction(db, async (tx) => {
      const over = await isOverLocked(tx, id, now);
      if (over) await setClosed(tx, id, now);
      return over;
    });
    if (done) closed += 1;
  }
  return closed;
}

async function tickBatch(deps: Deps, now: Date): Promise<{ looked: number; written: number }> {
  const keys = await addressKeys(deps.env.secret);
  return transaction(deps.db, async (tx) => {
    const rows = await takeDueInvitations(tx, now, takeAtOnce, keys);
    if (rows.length === 0) return { looked: 0, written: 0 };
    const waves = await wavesByIds(tx, [...new Set(rows.map(({ waveId }) => waveId))]);
    const fields = new Map(
      await Promise.all(waves.map(async (wave) => [wave.id, await fieldOf(deps, tx, wave)] as const)),
    );
    const decided = rows.map((row) => decide(deps, row, fields.get(row.waveId), now));
    const [rung, deliveries] = partition(decided.flatMap(({ delivery }) => delivery ?? []));
    if (rung.length > 0) await insertCallTasks(tx, rung);
    if (deliveries.length > 0) await insertDeliveries(tx, deliveries, now);
    await setStanding(
      tx,
      decided.map(({ standing }) => standing),
    );
    const ended = decided.filter(({ ended: end }) => end).map(({ standing }) => standing.id);
    await refreshDispositions(tx, ended, now);
    return { looked: rows.length, written: deliveries.length + rung.length };
  });
}

/** The plan of a wave on its calendar. */
export function tableOf({ channels }: Deps, wave: WaveRow): Timetable {
  const sandboxed = (['email', 'sms'] as const).filter((channel) => channels[channel].sandbox);
  const place = { zone: wave.timeZone, nation: wave.nation };
  return timetable(contactPlan.parse(wave.plan), { ...wave, place, sandboxed });
}

/** A wave set on the calendar, and the groups of its quota that have answers enough. */
interface Field {
  table: Timetable;
  full: ReadonlySet<string>;
}

async function fieldOf(deps: Deps, tx: Db, wave: WaveRow): Promise<Field> {
  const design = samplingOf(wave);
  const answered = design.method === 'quota' ? await answeredByStratum(tx, wave.id) : {};
  return { table: tableOf(deps, wave), full: fullCells(design, answered) };
}

/** Calls to make apart from messages to send. */
function partition(all: readonly NewDelivery[]): [rung: NewDelivery[], sent: NewDelivery[]] {
  const rung = all.filter(({ channel }) => channel === 'telephone');
  return [rung, all.filter(({ channel }) => channel !== 'telephone')];
}

interface Decided {
  delivery: NewDelivery | null;
  standing: Standing;
  ended: boolean;
}

function decide(deps: Deps, row: DueRow, field: Field | undefined, now: Date): Decided {
  if (field === undefined) throw new Error('an invitation has lost its wave');
  const { table, full } = field;
  const due = dueStep(table, factsOf(row, full), now.getTime());
  const standing = standingAfter(row, due, table, now);
  const delivery = due.do === 'send' ? deliveryOf(deps, row, due, now) : null;
  return { delivery, standing, ended: due.do === 'stop' && due.why !== 'quota_full' };
}

/** What the plan asks of an invitation; `full` are the strata whose quota is full. */
export const factsOf = (row: DueRow, full: ReadonlySet<string>): InvitationFacts => ({
  nextStep: row.nextStep,
  answered: row.answered,
  ended: row.ended,
  preferred: row.preferredChannel,
  format: row.format,
  cellFull: row.stratum !== null && full.has(row.stratum),
  age: row.age,
  held: row.mayRing ? [...row.ways, 'telephone'] : row.ways,
  barred: [],
  failedHard: row.failedHard,
  last:
    row.lastStep === null
      ? null
      : {
          step: row.lastStep,
          at: row.lastAt?.getTime() ?? null,
          failedHard: row.lastHard,
          tried: row.tried,
          contacted: row.contacted,
        },
});

function deliveryOf(deps: Deps, row: DueRow, due: Due & { do: 'send' }, now: Date): NewDelivery {
  const { step, channel, kind } = due;
  const attempt = row.lastStep === step ? row.lastAttempt + 1 : 1;
  const { language, format } = row;
  return { id: deps.newId(), recipientId: row.id, step, attempt, channel, kind, dueAt: now, language, format };
}

/** A letter's clock starts when it is posted, so after one nobody looks until then. */
function standingAfter(row: DueRow, due: Due, table: Timetable, now: Date): Standing {
  const { id, nextStep } = row;
  const at = (ms: number | null) => (ms === null ? null : new Date(ms));
  switch (due.do) {
    case 'send': {
      const nextAt = due.channel === 'post' ? null : at(followingAt(table, due.step, now.getTime()));
      return { id, nextStep: Math.max(nextStep, due.step + 1), nextAt };
    }
    case 'wait':
      return { id, nextStep: Math.max(nextStep, due.step), nextAt: at(due.at) };
    case 'hold':
      return { id, nextStep, nextAt: row.lastChannel === 'post' ? null : at(now.getTime() + onItsWayMs) };
    case 'stop':
      return { id, nextStep, nextAt: null };
  }
}
