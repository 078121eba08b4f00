import { type Size, sizes } from '../../../channels/post/sizes.ts';
import type { LetterRoom } from '../../../surveys/questionnaire/translation/letter-line.ts';

/** A page of A4 in millimetres, and what stands before words on a line of `letter.typ`: the number of a question or of an answer, and a gap after a box. */
const letter = { page: 210, number: 1.7, gap: 3 } as const;
const millimetresPerPoint = 25.4 / 72;

function roomOf({ side, body, tick }: Size): LetterRoom {
  const line = letter.page - 2 * side;
  const em = body * millimetresPerPoint;
  return { title: line / em - letter.number, answer: (line - tick - letter.gap) / em - letter.number };
}

/** Room for words on a line of the letter, in standard and in the largest print. */
export const letterRoom = { standard: roomOf(sizes.standard), largest: roomOf(sizes.giant) };
