import { type NewEntry, putEntry } from '../../../db/commands/prizes.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { type PrizeRow, prizeOf } from '../../../db/queries/prizes.ts';
import { residentById } from '../../../db/queries/residents.ts';
import { waveById } from '../../../db/queries/waves.ts';
import { localDate } from '../../../surveys/fieldwork/dates.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Whether somebody may enter or leave still, on a local day: until the end of the closing date, and before it is drawn. */
export const isOpen = ({ closesOn, drawnAt }: PrizeRow, today: string): boolean =>
  drawnAt === null && today <= closesOn;

/** The draw a resident may enter through their code; null where there is none or it is over. */
export async function openPrize(
  deps: Deps,
  { waveId, timeZone }: { waveId: string; timeZone: string },
): Promise<PrizeRow | null> {
  const prize = await prizeOf(deps.db, waveId);
  return prize !== null && isOpen(prize, localDate(deps.clock.now().getTime(), timeZone)) ? prize : null;
}

interface Wish {
  waveId: string;
  timeZone: string;
  residentId: string;
  leaveOut: boolean;
}

/** A resident enters the draw without answering, or asks to be left out, through their code. False when it is over. */
export const enterByPage = (deps: Deps, wish: Wish): Promise<boolean> =>
  transaction(deps.db, async (tx) => {
    const prize = await prizeOf(tx, wish.waveId, { lock: true });
    const day = localDate(deps.clock.now().getTime(), wish.timeZone);
    if (prize === null || !isOpen(prize, day)) return false;
    await write(tx, deps, { ...wish, way: 'page', day, by: null });
    return true;
  });

const write = (tx: Db, deps: Deps, entry: Omit<NewEntry, 'id'>) => putEntry(tx, { id: deps.newId(), ...entry });

/** Writes down that somebody entered or left by letter or telephone. Until the draw: post takes days. Throws `not_found` and `prize_over`. */
export async function enterByHand(
  deps: Deps,
  actor: Actor,
  waveId: string,
  { residentId, leaveOut }: { residentId: string; leaveOut: boolean },
): Promise<void> {
  await transaction(deps.db, async (tx) => {
    const [wave, prize] = [await waveById(tx, waveId), await prizeOf(tx, waveId, { lock: true })];
    if (!wave || !prize) throw problems.notFound('prize draw');
    if (!(await residentById(tx, residentId))) throw problems.notFound('resident');
    if (prize.drawnAt !== null) throw problems.conflict('prize_over', 'It is drawn already.');
    if (wave.status === 'draft') throw problems.conflict('prize_over', 'The wave is not launched yet.');
    const day = localDate(deps.clock.now().getTime(), wave.timeZone);
    await write(tx, deps, { waveId, residentId, leaveOut, way: 'typed', day, by: actor.name });
    await audit(tx, deps, actor, {
      action: leaveOut ? 'prize.leave_out' : 'prize.enter',
      subject: waveId,
      detail: { residentId },
    });
  });
}
