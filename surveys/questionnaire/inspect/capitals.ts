import { type Draft, editionsOf, named, problem } from './draft.ts';
import type { Rule } from './rule.ts';
import { ownWords, withWords } from './words-of.ts';

/** Four words or more in capitals: a block that is hard to read (UKAAF G003). */
const block = /\p{Lu}{2,}(?:[^\p{L}]+\p{Lu}{2,}){3,}/gu;

/** The first letter stays as it is when it begins the text or a sentence. */
const lower = (text: string): string =>
  text.replace(block, (words, at: number) => {
    const begins = at === 0 || /[.!?]\s*$/u.test(text.slice(0, at));
    const small = words.toLowerCase();
    return begins ? small.replace(/^\p{L}/u, (letter) => letter.toUpperCase()) : small;
  });

function find(draft: Draft) {
  return editionsOf(draft).flatMap(([language, texts]) =>
    ownWords(draft, texts)
      .filter(({ text, question }) => question !== null && lower(text) !== text)
      .map(({ key, question }) => {
        const place = question ? named(draft, question, language) : '';
        return problem('capitals', key, `${place} has many words in capitals, which are hard to read.`);
      }),
  );
}

/** Blocks of capitals. */
export const capitals: Rule = {
  level: 'know',
  find,
  mend: { label: 'Use small letters', apply: (parts, { where }) => withWords(parts, where, lower) },
};
