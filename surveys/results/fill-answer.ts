import { everyOption } from '../interview/check.ts';
import type { Answer, AnswerValue, Unanswered } from '../interview/types.ts';
import { answeredText, byteOf, int32Of, lowestInt32, type Missing } from './codes.ts';
import type { QuestionColumn, ResultQuestion } from './columns.ts';

/** Puts one answer, or the reason there is none, at its place in the column. A value we do not know is blank. */
export function fillAnswer(
  column: QuestionColumn,
  place: number,
  answer: Answer | undefined,
  unanswered: Unanswered | undefined,
): void {
  const value = answer && !answer.offRoute ? answer.value : null;
  const gap = value === null ? gapOf(answer, unanswered) : meaningOf(column.question, value);
  switch (column.type) {
    case 'coded':
      column.values[place] = gap ? byteOf[gap] : coded(column.question, value);
      return;
    case 'whole':
      column.values[place] = gap ? int32Of[gap] : whole(column.question, value);
      return;
    case 'chosen':
      column.each.forEach((bytes, option) => {
        const id = column.question.options[option]?.id;
        bytes[place] = gap ? byteOf[gap] : Number(Array.isArray(value) && value.includes(id));
      });
      return;
    default:
      column satisfies never;
  }
}

const gapOf = (answer: Answer | undefined, unanswered: Unanswered | undefined): Missing =>
  unanswered && !answer ? 'blank' : 'not_asked';

/** Don't know, refused and not applicable are left out of the base; "none of these" is an answer. */
function meaningOf(question: ResultQuestion, value: AnswerValue): Missing | null {
  const chosen = typeof value === 'object' ? value[0] : value;
  const meaning = everyOption(question).find((option) => option.id === chosen)?.meaning ?? null;
  return meaning === 'none' ? null : meaning;
}

function coded(question: ResultQuestion, value: AnswerValue | null): number {
  if (question.kind === 'text' || question.kind === 'photo') return answeredText;
  const place = question.options.findIndex((option) => option.id === value);
  return place < 0 ? byteOf.blank : place;
}

function whole(question: ResultQuestion, value: AnswerValue | null): number {
  const number = question.kind === 'date' ? daysSince1970(value) : Number(value);
  return Number.isFinite(number) && number >= lowestInt32 && number < 2 ** 31 ? Math.round(number) : int32Of.blank;
}

const daysSince1970 = (value: AnswerValue | null): number =>
  typeof value === 'string' ? Date.parse(`${value}T00:00:00Z`) / 86_400_000 : Number.NaN;
