import { type Language, languages } from '../../language.ts';
import type { Question, Texts } from '../types.ts';
import { asText } from './as-text.ts';
import { type Draft, editionsOf, named, problem, type TextCount } from './draft.ts';
import type { Rule } from './rule.ts';
import { withWords } from './words-of.ts';

/** Signs that word processors put in, for which every telephone has a plain one. */
const plainSigns: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2013': '-',
  '\u2014': '-',
  '\u2026': '...',
  '\u00a0': ' ',
  '\u2022': '-',
};
const signs = new RegExp(`[${Object.keys(plainSigns).join('')}]`, 'gu');
const plain = (text: string): string => text.replace(signs, (sign) => plainSigns[sign] ?? sign);

/** More parts than this is a long read on an old telephone. */
const mostParts = 3;
/** A language that costs so many times the source should be known before the budget is set. */
const dear = 2;

const counts = (
  draft: Draft,
  language: Language,
  texts: Texts,
): { question: Question; count: TextCount; words: string }[] =>
  draft.compiled.questions.map((question) => {
    const words = asText(draft, question, language, texts);
    return { question, words, count: draft.countText(words) };
  });

const findParts = (draft: Draft) =>
  editionsOf(draft).flatMap(([language, texts]) =>
    counts(draft, language, texts)
      .filter(({ count, question }) => count.segments > mostParts && !draft.locked.has(question.id))
      .map(({ question, count }) =>
        problem(
          'text_parts',
          question.id,
          `${named(draft, question, language)} goes as ${count.segments} texts in one (${pounds(count.pence)} each time). Shorter words for texts cost less.`,
        ),
      ),
  );

/** "7p", "£1.20". */
const pounds = (pence: number): string => (pence < 100 ? `${Math.round(pence)}p` : `£${(pence / 100).toFixed(2)}`);

/** A question that takes many texts. */
export const textParts: Rule = { level: 'know', find: findParts };

const findSigns = (draft: Draft) =>
  editionsOf(draft).flatMap(([language, texts]) =>
    counts(draft, language, texts)
      .filter(({ question, count, words }) => {
        if (draft.locked.has(question.id) || count.forcing.length === 0) return false;
        return draft.countText(plain(words)).segments < count.segments;
      })
      .map(({ question, count }) =>
        problem(
          'costly_signs',
          question.id,
          `${named(draft, question, language)} costs more by text because of ${count.forcing
            .filter((sign) => sign in plainSigns)
            .map((sign) => `"${sign}"`)
            .join(' and ')}.`,
        ),
      ),
  );

/** Curly quotes and long dashes that make a text cost more. */
export const costlySigns: Rule = {
  level: 'know',
  find: findSigns,
  mend: {
    label: 'Use plain signs',
    apply: (parts, { where }) => {
      const keys = new Set(Object.values(parts.editions).flatMap((texts) => Object.keys(texts)));
      return [...keys]
        .filter((key) => key.startsWith(`q.${where}.`))
        .reduce((now, key) => withWords(now, key, plain), parts);
    },
  },
};

const whole = (draft: Draft, language: Language, texts: Texts): number =>
  counts(draft, language, texts).reduce((sum, { count }) => sum + count.pence, 0);

function findCost(draft: Draft) {
  const base = whole(draft, draft.source, draft.editions[draft.source] ?? {});
  return editionsOf(draft).flatMap(([language, texts]) => {
    const pence = whole(draft, language, texts);
    if (language === draft.source || pence < base * dear) return [];
    const sentence = `Asked wholly by text it costs about ${pounds(pence)} a person in ${languages[language].english}, and ${pounds(base)} in ${languages[draft.source].english}.`;
    return [problem('text_cost', language, sentence)];
  });
}

/** A language that costs much more by text. */
export const textCost: Rule = { level: 'know', find: findCost };
