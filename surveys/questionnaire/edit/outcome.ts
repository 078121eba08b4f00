import type { SurveyJson } from '../schema.ts';

/** Why something is not done, ready to show. */
export interface Refusal {
  /** used: a branch needs it. order: a branch would look ahead. fixed: somebody else fixed it. place: not here. wrong: it cannot be. */
  code: 'used' | 'order' | 'fixed' | 'place' | 'wrong';
  sentence: string;
  /** Number of the question after which an own question may go; there with `place` where one is free. */
  after?: number;
}

/** The draft after an edit and the item it was about, or why nothing was done. */
export type Outcome = { survey: SurveyJson; item: string } | { refused: Refusal };

/** One edit: takes a draft and what is wanted, and leaves the draft it was given as it is. */
export type Command<Input> = (survey: SurveyJson, input: Input) => Outcome;

export const refuse = (code: Refusal['code'], sentence: string): Outcome => ({ refused: { code, sentence } });
export const noSuch = (what: string): Outcome => refuse('wrong', `There is no such ${what} any more.`);
