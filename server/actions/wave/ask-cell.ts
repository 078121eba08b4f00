import { insertCellAsk } from '../../../db/commands/cell-asks.ts';
import { insertDeliveries, setStanding } from '../../../db/commands/deliveries.ts';
import { insertAsked, markSample } from '../../../db/commands/frame.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { askedBefore } from '../../../db/queries/cell-asks.ts';
import { type WaveRow, waveById, waveLocked } from '../../../db/queries/waves.ts';
import type { Cell } from '../../../surveys/fieldwork/cell.ts';
import { localClock } from '../../../surveys/fieldwork/dates.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { costOf, freshOnes, type Going, nextSteps } from './cell-plan.ts';
import { filterOf } from './cells.ts';
import { freshCodes } from './codes.ts';
import { leavesFrom } from './launch-delay.ts';

const hows = ['next_step', 'fresh'] as const;
type How = (typeof hows)[number];

export interface CellAsked {
  /** Made by whoever asks, so that a second press of the button changes nothing. */
  key: string;
  cells: readonly Cell[];
  how: How;
  want: number;
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const finders = { next_step: nextSteps, fresh: freshOnes };

/** What asking so many of a cell would mean, for each way of doing it. Changes nothing. Throws `not_found` and `not_picked`. */
export async function previewAsk(deps: Deps, waveId: string, { cells, want }: Pick<CellAsked, 'cells' | 'want'>) {
  return transaction(deps.db, async (tx) => {
    const wave = await waveById(tx, waveId);
    if (wave === null) throw problems.notFound('wave');
    mustBeOpen(deps, wave);
    const filter = await filterOf(tx, deps, wave, cells);
    const options = [];
    for (const how of hows) {
      const can = await finders[how](tx, deps, wave, { filter, seed: wave.id });
      const going = can.slice(0, want);
      options.push({ how, can: can.length, asked: going.length, ...(await summaryOf(tx, deps, wave, going)) });
    }
    return { options };
  });
}

async function summaryOf(tx: Db, deps: Deps, wave: WaveRow, going: readonly Going[]) {
  const ways = new Map<string, { channel: Going['channel']; kind: Going['kind']; count: number }>();
  for (const { channel, kind } of going) {
    const key = `${channel} ${kind}`;
    ways.set(key, { channel, kind, count: (ways.get(key)?.count ?? 0) + 1 });
  }
  const times = going.map(({ at }) => at).sort((a, b) => a - b);
  const moment = (at: number | undefined) => (at === undefined ? null : new Date(at));
  return {
    ways: [...ways.values()],
    ...(await costOf(tx, deps, wave, going)),
    firstAt: moment(times[0]),
    lastAt: moment(times.at(-1)),
  };
}

function mustBeOpen(deps: Deps, { status, launchedAt, timeZone }: WaveRow): void {
  if (status !== 'open') throw problems.conflict('wave_state', 'Only a wave in the field can ask more people.');
  const from = launchedAt === null ? null : leavesFrom(deps, launchedAt);
  if (from === null || from <= deps.clock.now()) return;
  const at = localClock(from.getTime(), timeZone);
  throw problems.conflict(
    'wave_state',
    `Nothing goes out before ${at}, while the launch can be taken back. Ask more people then.`,
  );
}

/**
 * Asks more of one cell, by area, tenure, kind of home or age: sends so many of those who have not answered their next step now, or draws so many
 * more of the frame. All the rules of sending hold. The same `key` again gives what was done the first time.
 * Throws `not_found`, `wave_state`, `not_picked` and `nobody_left`.
 */
export async function askCell(deps: Deps, actor: Actor, waveId: string, ask: CellAsked): Promise<{ asked: number }> {
  const asked = await transaction(deps.db, async (tx) => {
    const wave = await waveLocked(tx, waveId);
    if (wave === null) throw problems.notFound('wave');
    const before = await askedBefore(tx, ask.key, waveId);
    if (before !== null) return before;
    mustBeOpen(deps, wave);
    const filter = await filterOf(tx, deps, wave, ask.cells);
    const seed = hex(deps.randomBytes(16));
    const going = (await finders[ask.how](tx, deps, wave, { filter, seed })).slice(0, ask.want);
    if (going.length === 0)
      throw problems.conflict('nobody_left', 'Nobody of this group is left who can be asked now. Nothing was sent.');
    await (ask.how === 'fresh' ? startFresh(tx, deps, wave, going) : sendNow(tx, deps, going));
    await record(tx, deps, actor, { waveId, ask, seed, asked: going.length });
    return going.length;
  });
  deps.wake();
  return { asked };
}

/** One statement writes the deliveries of all, one moves their places in the plan. */
async function sendNow(tx: Db, deps: Deps, going: readonly Going[]): Promise<void> {
  const deliveries = going.flatMap(({ delivery }) => (delivery === null ? [] : [delivery]));
  await insertDeliveries(tx, deliveries, deps.clock.now());
  await setStanding(
    tx,
    going.flatMap(({ standing }) => (standing === null ? [] : [standing])),
  );
}

async function startFresh(tx: Db, deps: Deps, wave: WaveRow, going: readonly Going[]): Promise<void> {
  if (wave.mailingId === null) throw problems.conflict('wave_state', 'This wave was never launched.');
  await markSample(
    tx,
    wave.id,
    going.map(({ id }) => id),
  );
  const asked = {
    waveId: wave.id,
    mailingId: wave.mailingId,
    nextAt: deps.clock.now(),
    salt: hex(deps.randomBytes(16)),
  };
  await insertAsked(tx, asked, await freshCodes(deps, tx, going.length));
}

async function record(
  tx: Db,
  deps: Deps,
  actor: Actor,
  { waveId, ask, seed, asked }: { waveId: string; ask: CellAsked; seed: string; asked: number },
): Promise<void> {
  const { key, cells, how, want } = ask;
  const at = deps.clock.now();
  await insertCellAsk(tx, { id: key, waveId, cells, how, wanted: want, asked, seed, by: actor.name, at });
  const detail = { cells: cells.map(({ field, code }) => `${field}:${code}`), how, wanted: want, asked, seed };
  await audit(tx, deps, actor, { action: 'wave.ask_cell', subject: waveId, detail });
}
