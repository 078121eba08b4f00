import { languages } from '../../language.ts';
import { type Draft, editionsOf, named, problem } from './draft.ts';
import type { Rule } from './rule.ts';
import { ownWords, withWords } from './words-of.ts';

/** Letters that look slanted, or are set smaller than the words round them: mathematical alphabets, raised and lowered signs. */
const fancy = /[\u{1d400}-\u{1d7ff}\u00b2\u00b3\u00b9\u2070-\u209f\u1d2c-\u1d6a]/u;
/** Signs that some programs turn into slanted words. */
const emphasis = /(^|[\s("'])([*_])(\S(?:[^*_]*\S)?)\2(?=$|[\s.,;:!?)"'])/gu;

const plain = (text: string): string =>
  text.replace(emphasis, '$1$3').replace(new RegExp(fancy, 'gu'), (letter) => letter.normalize('NFKC'));

function find(draft: Draft) {
  return editionsOf(draft).flatMap(([language, texts]) =>
    ownWords(draft, texts)
      .filter(({ text }) => plain(text) !== text)
      .map(({ key, question }) => {
        const place = question ? named(draft, question, language) : `The opening in ${languages[language].english}`;
        return problem('plain_letters', key, `${place} has slanted or very small letters. Residents asked for none.`);
      }),
  );
}

/** Nothing slanted and nothing under 12 point, in any words. */
export const plainLetters: Rule = {
  level: 'stops',
  find,
  mend: { label: 'Use plain letters', apply: (parts, { where }) => withWords(parts, where, plain) },
};
