import { marginOfError, neededFor, toAsk } from '../results/margin.ts';

/** How wide a margin the regulator allows from a day on, by the number of homes; `below` null is without end. */
interface AccuracyBands {
  from: string;
  source: string;
  bands: readonly { below: number | null; points: number }[];
}

/** Add a set when the rule changes; never change one. */
const accuracyBands: readonly AccuracyBands[] = [
  {
    from: '2023-04-01',
    source:
      'Tenant Satisfaction Measures, tenant survey requirements (Regulator of Social Housing); the last band is not verified',
    bands: [
      { below: 2500, points: 5 },
      { below: 10_000, points: 4 },
      { below: 25_000, points: 3 },
      { below: null, points: 2 },
    ],
  },
];

/** Widest margin allowed for so many homes on a local day, in points at 95%: the last rule that began by then, else the first known. */
export function allowedMargin(homes: number, on: string): number {
  const [first, ...later] = accuracyBands as readonly [AccuracyBands, ...AccuracyBands[]];
  const { bands } = later.reduce((set, next) => (next.from <= on ? next : set), first);
  return bands.find(({ below }) => below === null || homes < below)?.points ?? 0;
}

/** What one margin asks for: so many answers, and so many people asked for them to come. */
export interface Needed {
  points: number;
  answers: number;
  /** Null when there are not so many people: then everyone is asked, and it may not be reached. */
  ask: number | null;
  /** Share that would have to answer if everyone were asked. */
  rate: number;
}

/** Margins that officers choose from, in points. */
const pointsOffered = [2, 3, 4, 5] as const;

/** For each margin: how many must answer of this population, and how many must be asked at a response rate. */
export const neededFrom = (population: number, rate: number): Needed[] =>
  pointsOffered.map((points) => {
    const answers = neededFor(points / 100, population);
    const ask = toAsk(answers, rate);
    const wouldNeed = population === 0 ? 1 : answers / population;
    return { points, answers, ask: ask === null || ask > population ? null : ask, rate: wouldNeed };
  });

/** The margin that so many answers give, in points; null without any. */
export function marginPoints(answers: number, population: number): number | null {
  const margin = marginOfError(answers, population);
  return margin === null ? null : margin * 100;
}
