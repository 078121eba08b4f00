import { type Language, languages } from '../../language.ts';
import type { Compiled, Problem, Question, Texts } from '../types.ts';

/** A questionnaire that compiled, with its words in each language. */
export interface Draft {
  compiled: Compiled;
  source: Language;
  editions: Readonly<Partial<Record<Language, Texts>>>;
}

/** The editions as a list. */
export const editionsOf = (draft: Draft): [Language, Texts][] =>
  Object.entries(draft.editions).filter(([, texts]) => texts !== undefined) as [Language, Texts][];

/** "Question 2 in Urdu". */
export const named = (draft: Draft, question: Question, language: Language): string =>
  `Question ${draft.compiled.questions.indexOf(question) + 1} in ${languages[language].english}`;

export const problem = (code: string, where: string, sentence: string): Problem => ({ code, where, sentence });
