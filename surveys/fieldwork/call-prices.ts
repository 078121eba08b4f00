/** What ringing costs from a date on. Add a line when it changes; never change one. */
interface CallPrice {
  from: string;
  /** Pence of a minute: the interviewer's time and the line. */
  minute: number;
  /** Minutes that a try takes when nobody answers, and how many tries somebody takes on the whole. */
  tryMinutes: number;
  tries: number;
  /** Minutes of an interview. */
  interviewMinutes: number;
  source: string;
}

const callPrices: readonly CallPrice[] = [
  {
    from: '2026-04-01',
    minute: 35,
    tryMinutes: 1.5,
    tries: 3,
    interviewMinutes: 15,
    source: 'Fits the £8 to £14 an answer by telephone that landlords are charged at 20 to 40 in 100; not verified',
  },
];

/** What ringing one person costs on a local date, in pence, where a share of them gives an interview. */
export function callCost(on: string, rate: number): number {
  const [first, ...later] = callPrices as readonly [CallPrice, ...CallPrice[]];
  const price = later.reduce((found, next) => (next.from <= on ? next : found), first);
  return price.minute * (price.tries * price.tryMinutes + rate * price.interviewMinutes);
}
