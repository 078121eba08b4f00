import { fold, holdsWord, withoutWords } from './words.ts';

/** What somebody's own words may be about that cannot wait for the results of a survey. */
export type Urgency = 'danger' | 'repair';

/** Whether words read like a danger or a repair to report, in any language; null when neither. */
export function urgencyOf(words: string): Urgency | null {
  const message = withoutWords('not_danger', fold(words));
  if (holdsWord('danger', message)) return 'danger';
  return holdsWord('repair', message) ? 'repair' : null;
}
