/** What a segment costs from a date on, in pence without VAT. Add a line when the price changes; never change one. */
interface SegmentPrice {
  from: string;
  pence: number;
  source: string;
}

const segmentPrices: readonly SegmentPrice[] = [
  {
    from: '2026-04-01',
    pence: 2.4,
    source: 'GOV.UK Notify list price for one text of 160 characters, from 1 April 2026',
  },
];

/** Price of one segment on a local date (`YYYY-MM-DD`): the last that began by then, else the first known. */
export function segmentPrice(on: string): SegmentPrice {
  const [first, ...later] = segmentPrices as readonly [SegmentPrice, ...SegmentPrice[]];
  return later.reduce((price, next) => (next.from <= on ? next : price), first);
}

/** An estimate of what a text of so many segments costs on a date, in pence without VAT. Failed texts cost it too. */
export const textCost = (segments: number, on: string): number =>
  Math.round(segments * segmentPrice(on).pence * 1000) / 1000;
