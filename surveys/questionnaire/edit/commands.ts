/** Every edit there is, by name: one file each in `commands/`, one golden case file each in `test/cases/edit`. */

import type { SurveyJson } from '../schema.ts';
import { type AddAnswer, addAnswer } from './commands/add-answer.ts';
import { type AddQuestion, addQuestion } from './commands/add-question.ts';
import { type AddWords, addWords } from './commands/add-words.ts';
import { type AskIf, askIf } from './commands/ask-if.ts';
import { type ChangeKind, changeKind } from './commands/change-kind.ts';
import { type CountGood, countGood } from './commands/count-good.ts';
import { type Duplicate, duplicate } from './commands/duplicate.ts';
import { type Limit, limit } from './commands/limit.ts';
import { type Move, move } from './commands/move.ts';
import { type MoveAnswer, moveAnswer } from './commands/move-answer.ts';
import { type Offer, offer } from './commands/offer.ts';
import { type Remove, remove } from './commands/remove.ts';
import { type RemoveAnswer, removeAnswer } from './commands/remove-answer.ts';
import { type Require, require } from './commands/require.ts';
import { type Reword, reword } from './commands/reword.ts';
import { type UseScale, useScale } from './commands/use-scale.ts';
import { type Guard, guarded } from './guard.ts';
import type { Command, Outcome } from './outcome.ts';

/** What each edit takes. */
export interface Inputs {
  add_question: AddQuestion;
  add_words: AddWords;
  remove: Remove;
  move: Move;
  change_kind: ChangeKind;
  reword: Reword;
  add_answer: AddAnswer;
  remove_answer: RemoveAnswer;
  move_answer: MoveAnswer;
  offer: Offer;
  require: Require;
  ask_if: AskIf;
  use_scale: UseScale;
  count_good: CountGood;
  limit: Limit;
  duplicate: Duplicate;
}
export type CommandName = keyof Inputs;

export const commands: { [N in CommandName]: Command<Inputs[N]> } = {
  add_question: addQuestion,
  add_words: addWords,
  remove,
  move,
  change_kind: changeKind,
  reword,
  add_answer: addAnswer,
  remove_answer: removeAnswer,
  move_answer: moveAnswer,
  offer,
  require,
  ask_if: askIf,
  use_scale: useScale,
  count_good: countGood,
  limit,
  duplicate,
};

/**
 * Does one edit to a draft, whose own stays as it is. Takes what is fixed of it, if anything. Gives the draft after it, or
 * why not: nothing is done by half.
 */
export function edit<N extends CommandName>(
  survey: SurveyJson,
  name: N,
  input: Inputs[N],
  guard: Guard | null = null,
): Outcome {
  return guarded(survey, commands[name](survey, input), guard);
}
