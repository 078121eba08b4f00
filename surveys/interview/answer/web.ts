/** Reads the fields of a question page. */
import type { Question } from '../../questionnaire/types.ts';
import { digitsIn } from '../digits.ts';
import type { Input } from '../types.ts';
import { dateOf } from './date.ts';

/** What was posted, by field name; anything that is not text is left out. */
export type Fields = Readonly<Record<string, unknown>>;

/** Names of the fields of a question page. */
export const fields = {
  action: 'action',
  answer: 'answer',
  day: 'day',
  month: 'month',
  year: 'year',
  photo: 'photo',
} as const;

function all(posted: Fields, name: string): string[] {
  const value = posted[name];
  return (Array.isArray(value) ? (value as unknown[]) : [value]).filter(
    (one): one is string => typeof one === 'string' && one.trim() !== '',
  );
}

const first = (posted: Fields, name: string): string => all(posted, name)[0] ?? '';
const numeric = (text: string): string => digitsIn(text.normalize('NFKC')).trim();

function numberOf(text: string): unknown {
  const typed = numeric(text).replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : text;
}

/** undefined when nothing was chosen or written. */
function valueGiven(question: Question, posted: Fields): unknown {
  const given = all(posted, fields.answer);
  switch (question.kind) {
    case 'multiple':
      return given.length > 0 ? given : undefined;
    case 'single':
    case 'yes_no':
      return given.length > 1 ? given : given[0];
    case 'scale':
    case 'number':
      return given[0] === undefined ? undefined : numberOf(given[0]);
    case 'date': {
      const parts = [fields.day, fields.month, fields.year].map((name) => numeric(first(posted, name)));
      const [day = '', month = '', year = ''] = parts;
      return parts.every((part) => part === '') ? undefined : dateOf(day, month, year);
    }
    case 'text':
      return given[0];
    // A photo comes as a file, which whoever keeps it makes into an answer; words in its place are none.
    case 'photo':
      return undefined;
  }
}

/** Takes a posted question page; gives the input. Nothing given to a question answered before keeps that answer. */
export function readForm(question: Question, posted: Fields, answered: boolean): Input {
  const action = first(posted, fields.action);
  if (action === 'back') return { type: 'back' };
  if (action === 'skip') return { type: 'skip', question: question.id };
  const value = valueGiven(question, posted);
  if (value === undefined && answered) return { type: 'blank', question: question.id };
  return { type: 'answer', question: question.id, value };
}
