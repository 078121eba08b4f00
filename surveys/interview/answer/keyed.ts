/** Reads what is keyed from a paper return, all on a number pad: `-` blank, `*1 2` two marks, `/` back. */
import type { Question } from '../../questionnaire/types.ts';
import { everyOption } from '../check.ts';
import { digitsIn } from '../digits.ts';
import type { Input } from '../types.ts';
import { readDate } from './date.ts';

const numbersOf = (keyed: string): string[] => keyed.match(/\d+/g) ?? [];

/** The option at a number; the number itself when there is none, so that the engine refuses it. */
const optionAt = (question: Question, number: string): string =>
  everyOption(question)[Number(number) - 1]?.id ?? number;

function valueGiven(question: Question, keyed: string): unknown {
  switch (question.kind) {
    case 'single':
    case 'yes_no': {
      const chosen = numbersOf(keyed).map((number) => optionAt(question, number));
      return chosen.length > 1 ? chosen : chosen[0];
    }
    case 'multiple':
      return numbersOf(keyed).map((number) => optionAt(question, number));
    case 'scale':
    case 'number':
      return /^-?\d+([.,]\d+)?$/.test(keyed) ? Number(keyed.replace(',', '.')) : keyed;
    case 'date':
      return readDate(keyed, 'en') ?? keyed;
    case 'text':
    case 'photo':
      return keyed;
  }
}

/** Takes the keys pressed for a question; gives the input. Nothing pressed is refused as nothing chosen, never skipped. */
export function readKeyed(question: Question, keys: string): Input {
  const keyed = (question.kind === 'text' ? keys : digitsIn(keys.normalize('NFKC'))).trim();
  if (keyed === '-') return { type: 'blank', question: question.id };
  if (keyed === '/') return { type: 'back' };
  if (keyed.startsWith('*') && question.kind !== 'text') {
    const values = numbersOf(keyed).map((mark) => (question.kind === 'scale' ? mark : optionAt(question, mark)));
    return { type: 'double_marked', question: question.id, values };
  }
  return { type: 'answer', question: question.id, value: keyed === '' ? undefined : valueGiven(question, keyed) };
}
