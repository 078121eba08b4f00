/** Which revision of the words somebody gets. */
import type { Format } from '../format.ts';
import type { Language } from '../language.ts';
import type { EditionRevision } from './types.ts';

export interface Choice {
  revision: EditionRevision;
  /** Null when they get what they asked for; else why not. The format is always the one asked for. */
  fellBack: WhyNot | null;
}

/** Never made; made and not approved; approved in an earlier version, whose source words have changed since. */
export type WhyNot = 'not_translated' | 'not_approved' | 'out_of_date';

/** An edition by its name alone. */
export interface EditionName {
  language: string;
  format: string;
}

/** Editions that cannot be sent: made and not approved, and approved in an earlier version only. */
export interface Unready {
  drafted: readonly EditionName[];
  earlier: readonly EditionName[];
}

/**
 * Takes the newest revision of each edition, what somebody wants, and which editions cannot be sent. Gives an approved revision: the language and
 * format wanted, else that format in the fallback language. Null when there is none, and nothing may be sent.
 */
export function chooseRevision(
  revisions: readonly EditionRevision[],
  wanted: { language: Language; format: Format },
  fallback: Language,
  { drafted, earlier }: Unready = { drafted: [], earlier: [] },
): Choice | null {
  const inFormat = revisions.filter((one) => one.format === wanted.format);
  const approved = (language: Language) =>
    inFormat.find((one) => one.language === language && one.status === 'approved');
  const exact = approved(wanted.language);
  if (exact) return { revision: exact, fellBack: null };
  const other = approved(fallback);
  if (!other) return null;
  const named = (one: EditionName) => one.language === wanted.language && one.format === wanted.format;
  return { revision: other, fellBack: whyNot(earlier.some(named), [...inFormat, ...drafted].some(named)) };
}

const whyNot = (before: boolean, drafted: boolean): WhyNot => {
  if (before) return 'out_of_date';
  return drafted ? 'not_approved' : 'not_translated';
};
