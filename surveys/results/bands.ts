/** Bands of age, as dated data: looked up when results are worked out, never stored with an answer. */
export interface Bands {
  id: string;
  /** First day they are used. */
  from: string;
  /** Fewest answers in a wave for these to be used. One set a wave: two sets taken from each other would give people away. */
  leastAnswers: number;
  /** Each from its first year of age to its last, both in; null is open. */
  bands: readonly Band[];
}
export interface Band {
  id: string;
  label: string;
  from: number;
  to: number | null;
}

/** A band of age, named by its ends. */
export const ageBand = (from: number, to: number | null): Band => ({
  id: to === null ? `${from}+` : `${from}-${to}`,
  label: to === null ? `${from} and over` : `${from} to ${to}`,
  from,
  to,
});

/** The bands landlords use: wide ones for a small wave, where most of the finer ones would have to be hidden. */
export const ageBands: readonly Bands[] = [
  {
    id: 'age-2023',
    from: '2023-04-01',
    leastAnswers: 400,
    bands: [
      ageBand(16, 24),
      ageBand(25, 34),
      ageBand(35, 44),
      ageBand(45, 54),
      ageBand(55, 64),
      ageBand(65, 74),
      ageBand(75, 84),
      ageBand(85, null),
    ],
  },
  {
    id: 'age-wide-2023',
    from: '2023-04-01',
    leastAnswers: 0,
    bands: [ageBand(16, 34), ageBand(35, 64), ageBand(65, null)],
  },
];

/** The finest bands in force on a day (local date) for a wave with so many answers; the first there are for a day before them. */
export function bandsFor(day: string, answers: number, all: readonly Bands[] = ageBands): Bands {
  const enough = all.filter((each) => each.leastAnswers <= answers);
  const current = enough.filter((each) => each.from <= day);
  const best = (current.length > 0 ? current : enough).toSorted(
    (a, b) => b.leastAnswers - a.leastAnswers || (a.from < b.from ? 1 : -1),
  )[0];
  if (!best) throw new RangeError(`No bands for ${answers} answers`);
  return best;
}

/**
 * The sets to choose from on a day: the landlord's own where one is in force, else the usual. An own set without bands goes back
 * to the usual. For a wave it is the day it opened, so that a wave has one set for good.
 */
export function setsOn(day: string, own: readonly Bands[]): readonly Bands[] {
  const mine = own.filter((each) => each.from <= day).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0];
  return mine && mine.bands.length > 0 ? [mine] : ageBands;
}

/** Place of the band an age falls in, or -1. */
export const bandOf = (bands: readonly Band[], age: number): number =>
  bands.findIndex((each) => age >= each.from && (each.to === null || age <= each.to));

const yearsBetween = (first: number, last: number) => (first === last ? `${first} is` : `${first} to ${last} are`);

/** What is wrong with a set of bands, as sentences: an age in two of them, an age in none between them, ends the wrong way round. */
export function bandFaults(bands: readonly Band[]): readonly string[] {
  const sorted = [...bands].sort((a, b) => a.from - b.from);
  const faults = sorted
    .filter((each) => each.to !== null && each.to < each.from)
    .map((each) => `${each.label} ends before it starts.`);
  sorted.slice(1).forEach((next, index) => {
    const last = sorted[index];
    if (!last) return;
    if (last.to === null || last.to >= next.from)
      faults.push(`${next.from} is in two bands: ${last.label} and ${next.label}.`);
    else if (last.to + 1 < next.from) faults.push(`${yearsBetween(last.to + 1, next.from - 1)} in no band.`);
  });
  return faults;
}
