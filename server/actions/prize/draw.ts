import { addressKeys } from '../../../db/address-hash.ts';
import { enterTakingPart, placeEntries, ruleOut, setDrawn } from '../../../db/commands/prizes.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { drawnPeople, type PrizeRow, prizeOf } from '../../../db/queries/prizes.ts';
import { type WaveRow, waveById } from '../../../db/queries/waves.ts';
import { dayWords, localDate, plusDays } from '../../../surveys/fieldwork/dates.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { tellWinners } from './tell.ts';

/** The first day it can be drawn on: people may enter until the end of its closing day, whether the wave goes on after it or is over before. */
export const drawnFrom = ({ closesOn }: Pick<PrizeRow, 'closesOn'>): string => plusDays(closesOn, 1);

/** Why it cannot be drawn now, in a sentence; null when it can. */
export function againstDrawing({ status }: WaveRow, prize: PrizeRow, today: string): string | null {
  if (prize.drawnAt !== null) return 'It is drawn already, and cannot be drawn twice.';
  if (status === 'draft') return 'The wave is not launched yet.';
  if (today >= drawnFrom(prize)) return null;
  const [last, from] = [dayWords(prize.closesOn, today), dayWords(drawnFrom(prize), today)];
  return `People may enter until the end of ${last}. It can be drawn from ${from}.`;
}

/** The wave and its draw, held; throws `not_found`. */
export async function mustPrize(tx: Db, waveId: string): Promise<{ wave: WaveRow; prize: PrizeRow }> {
  const [wave, prize] = [await waveById(tx, waveId), await prizeOf(tx, waveId, { lock: true })];
  if (!wave || !prize) throw problems.notFound('prize draw');
  return { wave, prize };
}

/**
 * Draws, once: everybody who took part or entered and may win, in the order of chance that the sealed seed gives. Winners are told in their language.
 * Gives how many were in it. Throws `not_found`, `prize_not_yet` and `nobody_in_draw`.
 */
export async function drawPrize(
  deps: Deps,
  actor: Actor,
  waveId: string,
): Promise<{ entrants: number; winners: number }> {
  const drawn = await transaction(deps.db, async (tx) => {
    const { wave, prize } = await mustPrize(tx, waveId);
    const now = deps.clock.now();
    const why = againstDrawing(wave, prize, localDate(now.getTime(), wave.timeZone));
    if (why !== null) throw problems.conflict('prize_not_yet', why);
    await enterTakingPart(tx, waveId);
    await ruleOut(tx, waveId, now);
    const entrants = await placeEntries(tx, prize);
    if (entrants === 0) throw problems.conflict('nobody_in_draw', 'Nobody is in the draw, so there is nobody to win.');
    await setDrawn(tx, waveId, { at: now, by: actor.name, entrants });
    const people = await drawnPeople(tx, waveId, { keys: await addressKeys(deps.env.secret), now });
    const winners = people.filter(({ role }) => role === 'winner');
    const told = await tellWinners(tx, deps, { wave, prize }, winners);
    const { listHash } = (await prizeOf(tx, waveId)) ?? prize;
    const detail = {
      seed: prize.seed,
      seal: prize.seal,
      listHash,
      entrants,
      winners: winners.map(({ id }) => id),
      told,
    };
    await audit(tx, deps, actor, { action: 'prize.draw', subject: waveId, detail });
    return { entrants, winners: winners.length };
  });
  deps.wake();
  return drawn;
}
