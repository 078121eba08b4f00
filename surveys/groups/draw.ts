import { generator, type Random } from '../fieldwork/sampling.ts';
import type { BalanceField } from './event.ts';
import { valuesOf } from './pool.ts';

/** Somebody who may be drawn, and the cell they stand for. */
export interface Drawable {
  id: string;
  cell: string;
}

export interface DrawPlan {
  places: number;
  reserves: number;
  /** How much of the draw each cell should be; only their proportions matter. */
  weights: Readonly<Record<string, number>>;
  seed: string;
}

export interface Draw {
  drawn: Drawable[];
  reserves: Drawable[];
}

interface Share {
  weight: number;
  /** Most that it can give. */
  room: number;
}

/**
 * Shares `total` out over cells by weight: a systematic sample over the cells in their order with one random start, so that each gets its exact share
 * rounded down or up, the chance of "up" being its fraction, and every run of neighbours together is within one of its own share. A cell that has no
 * room for its share gives all it has, and the others share out the rest. Gives the count of each.
 */
export function shareOut(total: number, shares: readonly Share[], random: Random): number[] {
  const start = random();
  const exact = exactShares(total, shares);
  const most = Math.min(
    total,
    shares.reduce((sum, { room }) => sum + room, 0),
  );
  let sum = 0;
  let before = 0;
  return exact.map((share, at) => {
    sum += share;
    // Rounded to a billionth: what is whole on paper must be whole here, and the last one whole at all events.
    const upTo = at === exact.length - 1 ? most : Math.round(sum * 1e9) / 1e9;
    const now = Math.floor(upTo + start);
    const count = now - before;
    before = now;
    return count;
  });
}

/** The share of each by weight, none above its room; what only cells without weight have room for is theirs by room. */
function exactShares(total: number, shares: readonly Share[]): number[] {
  const full = new Set<Share>(shares.filter(({ room }) => room === 0));
  for (;;) {
    const open = shares.filter((share) => !full.has(share));
    const left = total - [...full].reduce((sum, { room }) => sum + room, 0);
    const weighed = open.some(({ weight }) => weight > 0);
    const weightOf = ({ weight, room }: Share) => (weighed ? weight : room);
    const all = open.reduce((sum, share) => sum + weightOf(share), 0);
    const shareOf = (share: Share) => (all === 0 ? 0 : (left * weightOf(share)) / all);
    const over = open.filter((share) => shareOf(share) >= share.room);
    if (over.length === 0)
      return shares.map((share) => (full.has(share) ? share.room : Math.min(shareOf(share), share.room)));
    for (const share of over) full.add(share);
  }
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const rest = [...list];
  for (let last = rest.length - 1; last > 0; last--) {
    const pick = Math.floor(random() * (last + 1));
    [rest[last], rest[pick]] = [rest[pick] as T, rest[last] as T];
  }
  return rest;
}

/** Ids by cell, both in order, so that the order the list came in does not matter. */
function byCell(pool: readonly Drawable[]): [string, Drawable[]][] {
  const cells = new Map<string, Drawable[]>();
  for (const one of pool.toSorted((a, b) => compare(a.id, b.id)))
    cells.set(one.cell, [...(cells.get(one.cell) ?? []), one]);
  return [...cells].sort(([a], [b]) => compare(a, b));
}

/** By code unit: the same on every machine, whatever its language. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Draws people and reserves, balanced over cells. The same seed over the same pool and weights draws the same ones on any machine.
 * Reserves stand in the cells that were drawn from, as far as there is anybody left in them.
 */
export function drawBalanced(pool: readonly Drawable[], { places, reserves, weights, seed }: DrawPlan): Draw {
  const random = generator(seed);
  const cells = byCell(pool).map(([cell, people]) => ({ cell, people: shuffled(people, random) }));
  const counts = shareOut(
    places,
    cells.map(({ cell, people }) => ({ weight: weights[cell] ?? 0, room: people.length })),
    random,
  );
  const spare = shareOut(
    reserves,
    cells.map(({ people }, at) => ({ weight: counts[at] ?? 0, room: people.length - (counts[at] ?? 0) })),
    random,
  );
  const part = (from: (at: number) => number, length: (at: number) => number) =>
    cells.flatMap(({ people }, at) => people.slice(from(at), from(at) + length(at)));
  const drawnIn = (at: number) => counts[at] ?? 0;
  return {
    drawn: part(() => 0, drawnIn),
    reserves: part(drawnIn, (at) => spare[at] ?? 0),
  };
}

/**
 * The weight of each cell: people who live there, or, where shares of one field's values are chosen, those shares, divided within each value as
 * its people are. A value without a share gets nothing.
 */
export function weightsOf(
  population: Readonly<Record<string, number>>,
  fields: readonly BalanceField[],
  chosen: { field: BalanceField; shares: Readonly<Record<string, number>> } | null,
): Record<string, number> {
  const at = chosen === null ? -1 : fields.indexOf(chosen.field);
  if (chosen === null || at < 0) return { ...population };
  const ownValue = (cell: string) => valuesOf(cell)[at] ?? '';
  const totals = new Map<string, number>();
  for (const [cell, count] of Object.entries(population))
    totals.set(ownValue(cell), (totals.get(ownValue(cell)) ?? 0) + count);
  return Object.fromEntries(
    Object.entries(population).map(([cell, count]) => {
      const value = ownValue(cell);
      return [cell, ((chosen.shares[value] ?? 0) * count) / (totals.get(value) ?? 1)];
    }),
  );
}

/** Whom to ask next for somebody of a cell: the first reserve of that cell, else of the one that has most in common with it; null when none is left. */
export function nextReserve<T extends { cell: string; place: number }>(free: readonly T[], cell: string): T | null {
  const wanted = valuesOf(cell);
  const common = (other: string) => valuesOf(other).filter((value, at) => value === wanted[at]).length;
  const [first] = free.toSorted((a, b) => common(b.cell) - common(a.cell) || a.place - b.place);
  return first ?? null;
}
