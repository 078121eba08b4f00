import { fold, isWord } from '../../interview/answer/words.ts';
import { optionLabel } from '../option-phrases.ts';
import { type Draft, editionsOf, named, ownQuestions, problem } from './draft.ts';
import type { Rule } from './rule.ts';

function find(draft: Draft) {
  return editionsOf(draft).flatMap(([language, texts]) =>
    ownQuestions(draft)
      .filter(({ kind, options }) => {
        if (kind !== 'single' && kind !== 'multiple') return false;
        return options.some((option) => isWord('yes', fold(optionLabel(option, texts, language))));
      })
      .map((question) =>
        problem(
          'yes_as_answer',
          question.id,
          `${named(draft, question, language)} offers "yes". Carriers take that word for a wish to get texts again: make it a yes or no question, which we ask by numbers.`,
        ),
      ),
  );
}

/** "Yes" among answers of our own: carriers act on it (it undoes STOP), as on its like in other languages. */
export const yesAsAnswer: Rule = { level: 'know', find };
