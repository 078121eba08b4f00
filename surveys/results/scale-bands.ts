/** How the answers on a long scale are put together to show their spread, as dated data. Other scales show each number. */
export interface ScaleBands {
  from: string;
  min: number;
  max: number;
  bands: readonly (readonly [number, number])[];
}

export const scaleBands: readonly ScaleBands[] = [
  {
    from: '2026-01-01',
    min: 0,
    max: 10,
    bands: [
      [0, 4],
      [5, 6],
      [7, 8],
      [9, 10],
    ],
  },
];

/** Scales longer than this without bands of their own show no spread. */
const longest = 7;

/** The bands of a scale, in force on a day; empty: its spread is not shown. */
export function bandsOfScale(min: number, max: number, day: string): readonly (readonly [number, number])[] {
  const mine = scaleBands.filter((each) => each.min === min && each.max === max);
  const fit = mine.filter((each) => each.from <= day).at(-1) ?? mine[0];
  if (fit) return fit.bands;
  return max - min < longest
    ? Array.from({ length: max - min + 1 }, (_, step) => [min + step, min + step] as const)
    : [];
}
