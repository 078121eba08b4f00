/** What a chart says, in a sentence: the title of the picture. */
import { clearlyApart } from '../../surveys/results/difference.ts';
import type { DisclosedRow, DisclosedTable, Figure } from '../../surveys/results/disclosed.ts';
import type { Trend } from '../../surveys/results/trend.ts';
import { baseWords, changeWords, percent, rowWords } from '../../surveys/results/words.ts';

/** Which figure of a line is drawn: the measure (or the mean), or the option at a place. */
export type Pick = 'measure' | number;

export const pickFigure = (row: DisclosedRow, pick: Pick): Figure | null =>
  pick === 'measure' ? row.measure : (row.options[pick] ?? (row.state === 'empty' ? null : { state: 'hidden' }));

export const pickName = (table: DisclosedTable, pick: Pick): string => {
  if (pick !== 'measure') return table.question.options[pick]?.label ?? '';
  const good = table.question.options.filter((option) => option.positive).map((option) => option.label);
  return table.all.measure ? good.join(' or ') : '';
};

const byWords: Record<string, string> = {
  age: 'by age',
  area: 'by area',
  tenure: 'by tenure',
  mode: 'by how people answered',
};

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The question, and what of it is shown by what: "How satisfied are you? Very satisfied, by age." */
function opening(table: DisclosedTable, pick: Pick | null, more: string): string {
  const { title } = table.question;
  const parts = [pick === null ? '' : pickName(table, pick), more].filter((words) => words !== '');
  const start = /[.?!]$/.test(title) ? title : `${title}.`;
  return parts.length === 0 ? start : `${start} ${sentence(parts.join(', '))}.`;
}

/** Names the question, the figure for all, and the two groups furthest apart if they are clearly so. */
export function groupFinding(table: DisclosedTable, pick: Pick): string {
  const all = rowWords(table.all, pickFigure(table.all, pick), table.method.weighted);
  const start = opening(table, pick, byWords[table.by] ?? '');
  const whole = `All: ${all}.`;
  if (table.told === 'too_few') return `${start} Too few answers to show.`;
  if (table.rows.length === 0) return `${start} ${whole}`;
  return [start, apart(table, pick), whole].filter((words) => words !== '').join(' ');
}

function apart(table: DisclosedTable, pick: Pick): string {
  const told = table.rows.flatMap((row) => {
    const figure = pickFigure(row, pick);
    return figure?.state === 'exact' ? [{ label: row.label, share: figure.share, effective: row.effective ?? 0 }] : [];
  });
  const sorted = told.toSorted((a, b) => b.share - a.share);
  const [top, bottom] = [sorted[0], sorted.at(-1)];
  if (!top || !bottom || told.length < 2)
    return pickFigure(table.all, pick) ? 'Too few groups can be shown to compare them.' : '';
  if (!clearlyApart(top, bottom, table.rows.length)) return 'No clear difference between groups.';
  return `${top.label} is clearly above ${bottom.label}: ${percent(top.share)} against ${percent(bottom.share)}.`;
}

/** The answer given most often by all. */
export function spreadFinding(table: DisclosedTable): string {
  const told = table.all.options.flatMap((figure, place) => {
    const label = table.question.options[place]?.label ?? '';
    return figure.state === 'exact' ? [{ label, share: figure.share }] : [];
  });
  const top = told.toSorted((a, b) => b.share - a.share)[0];
  const most = top
    ? `Most often: ${top.label}, ${percent(top.share)} of ${baseWords(table.all, table.method.weighted)}.`
    : 'Too few answers to show.';
  return `${opening(table, null, byWords[table.by] ?? '')} ${most}`;
}

/** The newest figure, and whether it clearly changed from the wave before. */
export function trendFinding({ table, points }: Trend): string {
  const last = points.at(-1);
  const start = opening(table, 'measure', `over ${points.length} ${points.length === 1 ? 'wave' : 'waves'}`);
  if (!last) return start;
  const now = `${last.name}: ${rowWords(last.row, last.row.measure, table.method.weighted)}.`;
  if (points.length < 2) return `${start} ${now}`;
  const moved = sentence(changeWords(last.change, last.row.measure === null));
  return `${start} ${now} ${moved} ${last.change === null ? 'with' : 'from'} the wave before.`;
}
