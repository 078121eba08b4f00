/** Landlords and the regulator use 1.96 here, not the longer figure. */
const z = 1.96;

/** Margin of error of a survey, at 50%: 1.96 sqrt(.25/n) sqrt((N-n)/(N-1)). Null with no answers. `population` null: endless. */
export function marginOfError(answers: number, population: number | null = null): number | null {
  if (answers === 0) return null;
  const finite = population === null || population <= 1 ? 1 : Math.max(0, population - answers) / (population - 1);
  return z * Math.sqrt((0.25 / answers) * finite);
}

/** Answers needed for a margin: n0 = z^2 .25/e^2, then n0 / (1 + (n0-1)/N), rounded up. `margin` as a share: 0.04 is 4 points. */
export function neededFor(margin: number, population: number | null = null): number {
  const endless = (z * z * 0.25) / (margin * margin);
  const needed = population === null ? endless : endless / (1 + (endless - 1) / population);
  return Math.ceil(Number(needed.toFixed(9)));
}

/** People to ask so that `needed` answer, at a response rate; null when nobody answers. */
export const toAsk = (needed: number, rate: number): number | null => (rate > 0 ? Math.ceil(needed / rate) : null);
