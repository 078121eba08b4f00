import type { Postage } from '../../surveys/fieldwork/postage.ts';

/** What a letter costs from a date on, in pence: printed, posted, with its prepaid answer. Add a line when a price changes; never change one. */
interface LetterPrice {
  from: string;
  /** Envelope, folding and the prepaid envelope inside. */
  envelope: number;
  /** Each sheet, printed on both sides. */
  sheet: number;
  stamp: Readonly<Record<Postage, number>>;
  /** What a large letter costs more. */
  large: Readonly<Record<Postage, number>>;
  source: string;
}

const letterPrices: readonly LetterPrice[] = [
  {
    from: '2026-04-01',
    envelope: 16,
    sheet: 12,
    stamp: { first: 136, second: 100, economy: 98 },
    large: { first: 70, second: 80, economy: 80 },
    source:
      'Second class: middle of what landlords report (print 30-50p, post 85p-£1.10; answers are paid when they come). The others by how far they stand ' +
      'from it elsewhere: first class 36p more (GOV.UK Notify, July 2024), economy 2p less at the least (Notify, April 2025 against July 2024), a large letter ' +
      '70p and 80p more (Royal Mail, October 2023). Not verified for this year',
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

/** How Royal Mail calls an envelope: a letter is at most 24 by 16.5 cm, 5 mm and 100 g. */
export type EnvelopeSize = 'letter' | 'large_letter';

/** A sheet of A4 weighs 5 g and the two envelopes about 16 g, so that so many keep within 100 g, and folded once within 5 mm. */
const mostSheetsOfLetter = 16;

/** The envelope that so many sheets need. Braille is never folded. */
export const envelopeOf = (sheets: number, { folds = true }: { folds?: boolean } = {}): EnvelopeSize =>
  folds && sheets <= mostSheetsOfLetter ? 'letter' : 'large_letter';

/** What is posted: its sheets, by which class, and whether it can be folded. */
export interface Posted {
  sheets: number;
  postage: Postage;
  folds?: boolean;
}

/** What one letter costs on a local date (`YYYY-MM-DD`), in pence: the last price that began by then, else the first known. */
export function letterCost(on: string, { sheets, postage, ...how }: Posted): number {
  const [first, ...later] = letterPrices as readonly [LetterPrice, ...LetterPrice[]];
  const { envelope, sheet, stamp, large } = later.reduce((price, next) => (next.from <= on ? next : price), first);
  const more = envelopeOf(sheets, how) === 'large_letter' ? large[postage] : 0;
  return envelope + sheet * sheets + stamp[postage] + more;
}
