import { isReserved } from '../../interview/answer/words.ts';
import { optionLabel } from '../option-phrases.ts';
import type { Problem } from '../types.ts';
import { type Draft, editionsOf, named, problem } from './draft.ts';
import type { Rule } from './rule.ts';

function find(draft: Draft): Problem[] {
  return editionsOf(draft).flatMap(([language, texts]) =>
    draft.compiled.questions.flatMap((question) =>
      question.options
        .map((option) => optionLabel(option, texts, language))
        .filter(isReserved)
        .map((label) => {
          const sentence = `${named(draft, question, language)} offers "${label}", which does something else by text. Use other words.`;
          return problem('reserved_word', question.id, sentence);
        }),
    ),
  );
}

/** An answer that is a word carriers or we act on: someone who texts it would stop or skip. */
export const reservedWords: Rule = { level: 'stops', find };
