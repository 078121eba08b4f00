/** What a letter costs from a date on, in pence: printed and posted, with its prepaid answer. Add a line when the price changes; never change one. */
interface LetterPrice {
  from: string;
  pence: number;
  source: string;
}

const letterPrices: readonly LetterPrice[] = [
  {
    from: '2026-04-01',
    pence: 140,
    source: 'Middle of what landlords report: print 30-50p, post 85p-£1.10; answers are paid when they come',
  },
];

/** What one letter costs on a local date (`YYYY-MM-DD`), in pence: the last price that began by then, else the first known. */
export function letterCost(on: string): number {
  const [first, ...later] = letterPrices as readonly [LetterPrice, ...LetterPrice[]];
  return later.reduce((price, next) => (next.from <= on ? next : price), first).pence;
}
