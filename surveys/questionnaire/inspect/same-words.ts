import { fold } from '../../interview/answer/words.ts';
import { optionLabel } from '../option-phrases.ts';
import type { Problem } from '../types.ts';
import { type Draft, editionsOf, named, problem } from './draft.ts';
import type { Rule } from './rule.ts';

function find(draft: Draft): Problem[] {
  return editionsOf(draft).flatMap(([language, texts]) =>
    draft.compiled.questions
      .filter(({ options }) => {
        const labels = options.map((option) => fold(optionLabel(option, texts, language)));
        return new Set(labels).size < labels.length;
      })
      .map((question) =>
        problem('same_words', question.id, `${named(draft, question, language)} has two answers with the same words.`),
      ),
  );
}

/** Two answers to one question that read the same. */
export const sameWords: Rule = { level: 'stops', find };
