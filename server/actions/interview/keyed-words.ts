import type { Asked } from '../../../surveys/interview/ask/asked.ts';
import { everyOption } from '../../../surveys/interview/check.ts';
import type { AnswerValue, InterviewEvent, Refusal, State } from '../../../surveys/interview/types.ts';
import type { Mode } from '../../../surveys/mode.ts';
import type { Question } from '../../../surveys/questionnaire/types.ts';

/** Ways of answering, as staff read them after "by". */
export const modeWords: Record<Mode, string> = {
  web: 'web',
  text: 'text',
  telephone: 'telephone',
  paper: 'paper',
  in_person: 'talking in person',
};

const numberOf = (question: Question, id: string): string =>
  String(everyOption(question).findIndex((option) => option.id === id) + 1);

/** An answer as it would be typed: the number of an option, several with spaces, words as they are. */
export function asTyped(question: Question, value: AnswerValue): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object') return value.map((id) => numberOf(question, id)).join(' ');
  return question.options.length > 0 ? numberOf(question, value) : value;
}

function labelOf({ options, unread }: Asked, id: string): string {
  const option = [...options, ...unread].find((each) => each.id === id);
  return option ? `${option.number} ${option.label}` : id;
}

/** What was taken: "4 Dirty". */
export function takenWords(asked: Asked, value: AnswerValue): string {
  if (typeof value === 'object') return value.map((id) => labelOf(asked, id)).join(', ');
  return labelOf(asked, String(value));
}

function range({ kind, min, max, earliest, latest, options }: Question): string {
  if (kind === 'date') return `${earliest ?? 'any day'} to ${latest ?? 'any day'}`;
  return options.length > 0 ? `1 to ${options.length}` : `${min ?? 'any number'} to ${max ?? 'any number'}`;
}

const refusals: Record<Refusal, (question: Question, by: number) => string> = {
  unknown_question: () => 'This question is not in this survey.',
  option_not_offered: (question) => `There is no such answer. Type ${range(question)}.`,
  nothing_chosen: () => 'Type the answer, or - if the box is empty on paper.',
  several_for_one: () => 'This takes one answer. If two are marked, type * and both numbers.',
  exclusive_clash: () => 'One of these stands alone. If it is marked with others, type * and the numbers.',
  wrong_type: (question) => `Type a number, ${range(question)}.`,
  out_of_range: (question) => `That is outside ${range(question)}.`,
  not_a_date: () => 'Type a day, a month and a year, like 3 5 2026.',
  too_long: (_question, by) => `That is ${by} letters too long. Key the first part and send the sheet to the file.`,
  already_answered: () => 'Answered already another way. Paper fills only the blanks.',
  not_at_a_question: () => 'All questions are answered.',
  no_earlier_question: () => 'This is the first question.',
  language_not_offered: () => 'This survey is not in that language.',
  not_asked_this_way: () => 'A photo can be given on the web page alone.',
};

/** Why something keyed was not taken, and what to type. */
export const refusedWords = (
  question: Question,
  { reason, by }: Extract<InterviewEvent, { type: 'answer_refused' }>,
): string => refusals[reason](question, by ?? 0);

const passes = { skipped: 'Skipped', blank: 'Blank', double_marked: 'Two marks', unclear: 'Not clear' } as const;

/** What was written down for a question that has no answer. */
export const passedWords = (state: State, id: string): string => {
  const mark = state.unanswered[id];
  return mark ? passes[mark.why] : 'The earlier answer stands';
};
