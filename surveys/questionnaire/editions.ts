/** Which revision of the words somebody gets. */
import type { Format } from '../format.ts';
import type { Language } from '../language.ts';
import type { EditionRevision } from './types.ts';

export interface Choice {
  revision: EditionRevision;
  /** Null when they get what they asked for; else why not. The format is always the one asked for. */
  fellBack: 'not_translated' | 'not_approved' | null;
}

/**
 * Takes the newest revision of each edition and what somebody wants. Gives an approved revision: the language and
 * format wanted, else that format in the fallback language. Null when there is none, and nothing may be sent.
 */
export function chooseRevision(
  revisions: readonly EditionRevision[],
  wanted: { language: Language; format: Format },
  fallback: Language,
): Choice | null {
  const inFormat = revisions.filter((one) => one.format === wanted.format);
  const approved = (language: Language) =>
    inFormat.find((one) => one.language === language && one.status === 'approved');
  const exact = approved(wanted.language);
  if (exact) return { revision: exact, fellBack: null };
  const other = approved(fallback);
  if (!other) return null;
  const drafted = inFormat.some((one) => one.language === wanted.language);
  return { revision: other, fellBack: drafted ? 'not_approved' : 'not_translated' };
}
