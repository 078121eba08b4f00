import { z } from 'zod';
import { draw } from './sampling.ts';
import { mostCrossed, strataFields } from './strata.ts';

/** More cells than this is a list of people, not a design. */
const mostCells = 400;

const size = z.number().int().min(1);
const by = z
  .array(z.enum(strataFields))
  .min(1)
  .max(mostCrossed)
  .refine((fields) => new Set(fields).size === fields.length, 'Choose two different things.');
const numbers = z
  .record(z.string().min(1).max(200), z.number().int().min(0).max(1_000_000))
  .refine((cells) => Object.keys(cells).length <= mostCells, 'There are too many groups. Choose a coarser one.');

/**
 * How people are drawn of those who may be asked.
 *
 * stratified: `numbers` null shares `size` out in proportion, else so many of each group.
 * quota: drawn in proportion; a group whose `targets` are answered is not written to any more. Nobody's answer is ever refused.
 */
export const sampling = z.discriminatedUnion('method', [
  z.object({ method: z.literal('everyone') }),
  z.object({ method: z.literal('random'), size }),
  z.object({ method: z.literal('share'), percent: z.number().int().min(1).max(100) }),
  z.object({ method: z.literal('stratified'), size, by, numbers: numbers.nullable() }),
  z.object({ method: z.literal('quota'), size, by, targets: numbers }),
]);
export type Sampling = z.infer<typeof sampling>;
export type SamplingMethod = Sampling['method'];

/** A design that puts people into groups first. */
export type GroupedSampling = Extract<Sampling, { by: unknown }>;
export const isGrouped = (design: Sampling): design is GroupedSampling => 'by' in design;

/** The design of a wave: as written, else what its size alone says. */
export const samplingOf = (wave: { sampling: Sampling | null; sampleSize: number | null }): Sampling =>
  wave.sampling ?? (wave.sampleSize === null ? { method: 'everyone' } : { method: 'random', size: wave.sampleSize });

/** How many a design draws of `eligible`, before groups are looked at; null takes all. */
export function sizeOf(design: Sampling, eligible: number): number | null {
  switch (design.method) {
    case 'everyone':
      return null;
    case 'share':
      return Math.ceil((eligible * design.percent) / 100);
    case 'stratified':
      return design.numbers === null
        ? design.size
        : Object.values(design.numbers).reduce((sum, number) => sum + number, 0);
    case 'random':
    case 'quota':
      return design.size;
  }
}

/** How many to draw of each group: chosen numbers, or in proportion; never more than there are. Takes how many stand in each. */
export function allocate(counts: ReadonlyMap<string, number>, design: GroupedSampling): Map<string, number> {
  const chosen = design.method === 'stratified' ? design.numbers : null;
  if (chosen === null) return inProportion(counts, design.size);
  return new Map([...counts].map(([name, count]) => [name, Math.min(chosen[name] ?? 0, count)]));
}

/** Shares `size` out by the largest remainders, so that the parts add up to it; of two equal ones the first by name. */
function inProportion(counts: ReadonlyMap<string, number>, size: number): Map<string, number> {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const wanted = Math.min(size, all);
  const shares = [...counts].map(([name, count]) => {
    const exact = all === 0 ? 0 : (wanted * count) / all;
    return { name, whole: Math.floor(exact), rest: exact - Math.floor(exact) };
  });
  const left = wanted - shares.reduce((sum, { whole }) => sum + whole, 0);
  const ranked = shares.toSorted((a, b) => b.rest - a.rest || (a.name < b.name ? -1 : 1));
  const extra = new Set(ranked.slice(0, left).map(({ name }) => name));
  return new Map(shares.map(({ name, whole }) => [name, whole + (extra.has(name) ? 1 : 0)]));
}

/** Draws so many of each group, each by a seed of its own made of the wave's. Gives the ids drawn, sorted. */
export function drawGroups(
  people: readonly { id: string; stratum: string }[],
  allocation: ReadonlyMap<string, number>,
  seed: string,
): string[] {
  const groups = new Map<string, string[]>();
  for (const { id, stratum } of people) {
    const group = groups.get(stratum);
    if (group) group.push(id);
    else groups.set(stratum, [id]);
  }
  return [...groups].flatMap(([name, ids]) => draw(ids, allocation.get(name) ?? 0, `${seed} ${name}`)).sort();
}

/** The groups of a quota that have answers enough: nobody in them is written to any more. One without a target never is. */
export function fullCells(design: Sampling, answered: Readonly<Record<string, number>>): ReadonlySet<string> {
  if (design.method !== 'quota') return new Set();
  const full = Object.entries(design.targets).filter(([name, target]) => (answered[name] ?? 0) >= target);
  return new Set(full.map(([name]) => name));
}
