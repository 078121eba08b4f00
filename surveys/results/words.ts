/** Figures in words and to one decimal, rounded here and nowhere before. The same on a chart, in a table and in a file. */
import type { Change } from './difference.ts';
import type { DisclosedRow, Figure, MeanFigure, Method } from './disclosed.ts';

/** Half away from zero, to `digits` decimals; 1e-9 takes up what binary loses (0.6805 x 100 = 68.04999...). */
export function rounded(value: number, digits = 1): string {
  const scale = 10 ** digits;
  const whole = Math.round(Math.abs(value) * scale + 1e-9);
  return `${value < 0 && whole > 0 ? '-' : ''}${(whole / scale).toFixed(digits)}`;
}

export const percent = (share: number): string => `${rounded(share * 100)}%`;

/** `68.1% (64.8 to 71.2)`, `over 95%`, `Hidden`. */
export function figureWords(figure: Figure): string {
  if (figure.state === 'hidden') return 'Hidden';
  if (figure.state !== 'exact') return `${figure.state} ${rounded(figure.limit * 100, 0)}%`;
  return `${percent(figure.share)} (${rounded(figure.low * 100)} to ${rounded(figure.high * 100)})`;
}

/** `7.4 (7.1 to 7.7)`, `over 9.5`, `Hidden`. */
export function meanWords(figure: MeanFigure): string {
  if (figure.state === 'hidden') return 'Hidden';
  if (figure.state !== 'exact') return `${figure.state} ${rounded(figure.limit)}`;
  return `${rounded(figure.mean)} (${rounded(figure.low)} to ${rounded(figure.high)})`;
}

const thousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** `902 answers`, with `effective 797` when weighted. */
export function baseWords(row: DisclosedRow, weighted: boolean): string {
  if (row.state === 'empty') return 'no answers';
  if (row.answers === null) return 'Hidden';
  const effective = weighted && row.effective !== null ? `, effective ${thousands(Math.round(row.effective))}` : '';
  return `${thousands(row.answers)} ${row.answers === 1 ? 'answer' : 'answers'}${effective}`;
}

/** `68.1% (64.8 to 71.2), 902 answers`: what stands beside every mark. */
export function rowWords(row: DisclosedRow, figure: Figure | null, weighted: boolean): string {
  if (row.state === 'empty') return 'None asked';
  if (row.state === 'hidden') return 'Hidden';
  const main = figure ? figureWords(figure) : row.mean ? meanWords(row.mean) : null;
  const low = row.lowBase ? ', low base' : '';
  return main === null ? `${baseWords(row, weighted)}${low}` : `${main}, ${baseWords(row, weighted)}${low}`;
}

/** `No clear change`, `up 6.1 points`. */
export function changeWords(change: Change | null, isMean = false): string {
  if (change === null) return 'Cannot be compared';
  if (change.change === 'none_clear') return 'No clear change';
  return `${change.change} ${isMean ? rounded(change.by) : `${rounded(change.by * 100)} points`}`;
}

/** Why something is hidden; it does not say which of the hidden ones is the small one. */
export const hiddenReason = ({ minCell, minBase }: Method): string =>
  `Hidden: fewer than ${minCell} people gave this answer, fewer than ${minBase} answered, or it would let someone work out a number that is.`;

/** How the numbers were made, in sentences. */
export function methodWords(method: Method, date: string): string {
  const interval = method.interval === 'wilson' ? 'Wilson interval' : 'interval from the spread of the answers';
  return [
    `${method.weighted ? 'Weighted' : 'Not weighted'}; 95% ${interval}${method.population === null ? '' : `, allowing for a list of ${thousands(method.population)}`}.`,
    "Don't know, refused and blank are left out of the base.",
    hiddenReason(method),
    `Made on ${date}.`,
  ].join(' ');
}
