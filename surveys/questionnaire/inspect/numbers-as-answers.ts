import { fold, numberWord } from '../../interview/answer/words.ts';
import { optionLabel } from '../option-phrases.ts';
import { type Draft, editionsOf, named, problem } from './draft.ts';
import type { Rule } from './rule.ts';

const figures = (label: string): number | null => (/^\d{1,3}$/.test(label) ? Number(label) : null);

function find(draft: Draft) {
  return editionsOf(draft).flatMap(([language, texts]) =>
    draft.compiled.questions.flatMap((question) =>
      question.options.flatMap((option, index) => {
        const label = optionLabel(option, texts, language);
        const number = figures(fold(label)) ?? numberWord(language, fold(label));
        if (number === null || number === index + 1 || number > question.options.length) return [];
        const sentence = `${named(draft, question, language)}: by text, "${number}" could mean answer ${number} or the answer "${label}". Add a word to it.`;
        return [problem('number_as_answer', question.id, sentence)];
      }),
    ),
  );
}

/** An answer that is the number of another one. */
export const numbersAsAnswers: Rule = { level: 'stops', find };
