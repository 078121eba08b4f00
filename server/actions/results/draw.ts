import type { DisclosedTable } from '../../../surveys/results/disclosed.ts';
import { dotWhisker, optionDots } from '../../../web/charts/dot-whisker.ts';
import { stackedBars } from '../../../web/charts/stacked-bars.ts';

/** The picture that fits a question: how answers were spread, each option, or groups side by side; none for own words, photos and dates. */
export function drawTable(table: DisclosedTable, id: string): string {
  const { kind } = table.question;
  if (table.told === 'too_few' || kind === 'text' || kind === 'photo' || kind === 'date') return '';
  if (kind === 'multiple') return optionDots(table, { id });
  if (kind === 'scale' || kind === 'number') return dotWhisker(table, { id });
  const scored = table.question.options.some((option) => option.positive);
  return scored && table.by !== 'none' ? dotWhisker(table, { id }) : stackedBars(table, { id });
}
