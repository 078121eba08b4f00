import type { Language } from '../language.ts';
import type { State } from './types.ts';

/** An interview that has not begun. */
export const newState = (language: Language): State => ({
  status: 'new',
  answers: {},
  unanswered: {},
  cursor: null,
  retries: 0,
  writing: false,
  choosingLanguage: false,
  language,
});

/** True when a question that applies has an answer: without one, an interview that is over came back blank. */
export const hasAnswer = ({ answers }: State): boolean => Object.values(answers).some(({ offRoute }) => !offRoute);

/** Answered, or asked and passed over. */
export const isDealtWith = (state: State, question: string): boolean =>
  question in state.answers || question in state.unanswered;
