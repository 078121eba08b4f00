/** What a letter costs from a date on, in pence: printed, posted second class, with its prepaid answer. Add a line when a price changes; never change one. */
interface LetterPrice {
  from: string;
  /** Envelope, folding and the prepaid envelope inside. */
  envelope: number;
  /** Each sheet, printed on both sides. */
  sheet: number;
  stamp: number;
  source: string;
}

const letterPrices: readonly LetterPrice[] = [
  {
    from: '2026-04-01',
    envelope: 16,
    sheet: 12,
    stamp: 100,
    source: 'Middle of what landlords report: print 30-50p, post 85p-£1.10; answers are paid when they come',
  },
];

/** Questions that stand on one sheet, both sides, at the usual size; larger print holds as many fewer as its area is larger. */
const questionsOnSheet = 10;
const usualPoints = 14;

/** Sheets of a letter with its paper form: the letter itself, and the questions in print of so many points. */
export function sheetsOf(questions: number, points: number): number {
  const fit = Math.max(1, questionsOnSheet * (usualPoints / points) ** 2);
  return 1 + Math.ceil(questions / fit);
}

/** What one letter of so many sheets costs on a local date (`YYYY-MM-DD`), in pence: the last price that began by then, else the first known. */
export function letterCost(on: string, sheets: number): number {
  const [first, ...later] = letterPrices as readonly [LetterPrice, ...LetterPrice[]];
  const { envelope, sheet, stamp } = later.reduce((price, next) => (next.from <= on ? next : price), first);
  return envelope + sheet * sheets + stamp;
}
