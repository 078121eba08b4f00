import { drawable, markSample, setStrata } from '../../../db/commands/frame.ts';
import type { Db } from '../../../db/connect.ts';
import { type StratumRow, strataRows } from '../../../db/queries/audience.ts';
import type { Choice } from '../../../db/queries/candidates.ts';
import type { WaveRow } from '../../../db/queries/waves.ts';
import { draw } from '../../../surveys/fieldwork/sampling.ts';
import {
  allocate,
  drawGroups,
  type GroupedSampling,
  isGrouped,
  samplingOf,
  sizeOf,
} from '../../../surveys/fieldwork/sampling-design.ts';
import { countStrata, stratumOf } from '../../../surveys/fieldwork/strata.ts';
import { type Band, bandsFor } from '../../../surveys/results/bands.ts';
import type { Deps } from '../../deps.ts';
import { bandsOf } from '../results/load.ts';

/** A group of the design: how many may be asked, and how many are. */
export interface Stratum {
  name: string;
  eligible: number;
  asked: number;
}

/** Bands of age as the board of the wave shows them, so that groups and board agree. */
const ageBandsOf = async (deps: Deps, wave: WaveRow): Promise<readonly Band[]> =>
  bandsFor(wave.opensOn, 0, await bandsOf(deps, wave.opensOn)).bands;

/** The groups of a design before launch, with how many of each would be asked; none where people are not grouped. */
export async function strataOf(deps: Deps, db: Db, wave: WaveRow, choice: Choice): Promise<Stratum[]> {
  const design = samplingOf(wave);
  if (!isGrouped(design)) return [];
  const bands = await ageBandsOf(deps, wave);
  const counts = countRows(await strataRows(db, choice), design, bands);
  const allocation = allocate(counts, design);
  return [...counts].map(([name, eligible]) => ({ name, eligible, asked: allocation.get(name) ?? 0 }));
}

function countRows(rows: readonly StratumRow[], { by }: GroupedSampling, bands: readonly Band[]): Map<string, number> {
  const counts = new Map<string, number>();
  const named = rows.map((row) => ({ name: stratumOf(row, by, bands), count: row.count }));
  for (const { name, count } of named.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    counts.set(name, (counts.get(name) ?? 0) + count);
  return counts;
}

/** How many are asked of those who may be. */
export const askedOf = (wave: WaveRow, eligible: number, strata: readonly Stratum[]): number =>
  isGrouped(samplingOf(wave))
    ? strata.reduce((sum, { asked }) => sum + asked, 0)
    : Math.min(eligible, sizeOf(samplingOf(wave), eligible) ?? eligible);

/** Whether a wave asks all who may be asked, whoever they are: then there is nothing to draw. */
export function asksEveryone(wave: WaveRow): boolean {
  const design = samplingOf(wave);
  return !isGrouped(design) && sizeOf(design, Number.POSITIVE_INFINITY) === null;
}

/** Draws the sample of a frozen frame and marks it, each person's group beside them where there are groups. */
export async function drawSample(deps: Deps, tx: Db, wave: WaveRow, seed: string, inFrame: number): Promise<void> {
  if (asksEveryone(wave)) return;
  const design = samplingOf(wave);
  if (isGrouped(design)) return drawByGroup(deps, tx, { wave, seed, design });
  const size = sizeOf(design, inFrame);
  const whole = size === null || size >= inFrame;
  const ids = whole ? [] : (await drawable(tx, wave.id)).map(({ id }) => id);
  await markSample(tx, wave.id, whole ? null : draw(ids, size, seed));
}

async function drawByGroup(
  deps: Deps,
  tx: Db,
  { wave, seed, design }: { wave: WaveRow; seed: string; design: GroupedSampling },
): Promise<void> {
  const bands = await ageBandsOf(deps, wave);
  const people = (await drawable(tx, wave.id)).map((person) => ({
    id: person.id,
    stratum: stratumOf(person, design.by, bands),
  }));
  await setStrata(tx, people);
  const allocation = allocate(countStrata(people.map(({ stratum }) => stratum)), design);
  await markSample(tx, wave.id, drawGroups(people, allocation, seed));
}
