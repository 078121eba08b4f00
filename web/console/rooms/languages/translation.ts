import type { Answer } from '../../../shared/api.ts';
import type { Translate } from '../../words.ts';

export type Languages = Answer<'GET /api/v1/questionnaires/{id}/languages'>;
export type Translation = Answer<'GET /api/v1/questionnaires/{id}/languages/{code}'>;
export type Row = Translation['rows'][number];
export type Counts = Translation['counts'];

export const boxId = (key: string): string => `translation-${key}`;

/** "Question 2, answer 1", "Introduction". */
export function placeLabel({ question, role, option }: Row['place'], t: Translate): string {
  const named = role === 'other' ? 'words' : role;
  if (question === null)
    return t(named === 'title' || named === 'intro' ? `translate.whole_${named}` : 'translate.whole_words');
  return `${t('translate.question', { number: question })}, ${t(`translate.role_${named}`, { number: option })}`;
}

/** What is not approved, in the order in which it is told. */
const parts = ['checked', 'draft', 'machine', 'missing', 'stale'] as const;

/** "31 of 34 approved", "2 checked", "1 out of date": what there is none of is left out. */
export function saidCounts(counts: Counts, total: number, t: Translate): string[] {
  const rest = parts.filter((part) => (counts[part] ?? 0) > 0);
  return [
    t('tongues.approved', { count: counts.approved ?? 0, total }),
    ...rest.map((part) => t(`tongues.${part}`, { count: counts[part] ?? 0 })),
  ];
}

/** Missing first, then what is out of date, then the rest as it is asked. */
export function missingFirst(rows: readonly Row[]): Row[] {
  const rank = ({ status }: Row) => ['missing', 'stale'].indexOf(status);
  const last = (row: Row) => (rank(row) < 0 ? 2 : rank(row));
  return rows.toSorted((a, b) => last(a) - last(b));
}
