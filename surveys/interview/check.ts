/** Whether a value is an answer to a question. One check a kind; nothing from outside gets past it. */
import type { Mode } from '../mode.ts';
import type { Option, Question, QuestionKind } from '../questionnaire/types.ts';
import type { AnswerValue, Refusal } from './types.ts';

export type Checked = { ok: true; value: AnswerValue } | { ok: false; reason: Refusal; by?: number };
type Check = (question: Question, value: unknown) => Checked;

const accept = (value: AnswerValue): Checked => ({ ok: true, value });
const refuse = (reason: Refusal): Checked => ({ ok: false, reason });

const one: Check = ({ options }, value) => {
  const [first, ...others] = Array.isArray(value) ? (value as unknown[]) : [value];
  if (others.length > 0) return refuse('several_for_one');
  if (typeof first !== 'string') return refuse('wrong_type');
  return options.some((option) => option.id === first) ? accept(first) : refuse('option_not_offered');
};

const several: Check = ({ options }, value) => {
  const given: unknown[] = Array.isArray(value) ? value : [value];
  if (!given.every((item) => typeof item === 'string')) return refuse('wrong_type');
  const chosen = options.filter((option) => given.includes(option.id));
  if (!given.every((item) => chosen.some((option) => option.id === item))) return refuse('option_not_offered');
  if (chosen.length > 1 && chosen.some((option) => option.meaning)) return refuse('exclusive_clash');
  return accept(chosen.map((option) => option.id));
};

const number: Check = ({ kind, min, max }, value) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return refuse('wrong_type');
  if (kind === 'scale' && !Number.isInteger(value)) return refuse('out_of_range');
  return value >= (min ?? -Infinity) && value <= (max ?? Infinity) ? accept(value) : refuse('out_of_range');
};

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Past this year nobody means the date they typed. */
const lastDay = '2999-12-31';

const date: Check = ({ earliest = '', latest = lastDay }, value) => {
  if (typeof value !== 'string') return refuse('wrong_type');
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  const days = (monthDays[Number(month) - 1] ?? 0) + (month === '02' && isLeap(Number(year)) ? 1 : 0);
  const real = Number(year) >= 1 && Number(day) >= 1 && Number(day) <= days;
  if (!real) return refuse('not_a_date');
  return value >= earliest && value <= latest ? accept(value) : refuse('out_of_range');
};

/** Characters a database cannot keep are dropped; line ends are made one kind. */
const clean = (text: string): string => text.toWellFormed().replaceAll('\0', '').replaceAll('\r\n', '\n').trim();

const written: Check = ({ maxLength }, value) => {
  if (typeof value !== 'string') return refuse('wrong_type');
  const text = clean(value);
  if (text === '') return refuse('nothing_chosen');
  const over = [...text].length - (maxLength ?? Infinity);
  return over > 0 ? { ok: false, reason: 'too_long', by: over } : accept(text);
};

/** Ids are made by us; whether there is such a photo is known where it is kept. */
const photo: Check = (_question, value) => {
  if (typeof value !== 'string') return refuse('wrong_type');
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) ? accept(value) : refuse('wrong_type');
};

const checks: Record<QuestionKind, Check> = {
  single: one,
  yes_no: one,
  multiple: several,
  scale: number,
  number,
  date,
  text: written,
  photo,
};

/** Only on the telephone may an interviewer record what was never offered: nobody else could know that it was not. */
export const interviewerMode: Mode = 'telephone';

/** Every answer there is a code for, those offered to nobody last: the numbers of the others stay the same. */
export const everyOption = ({
  options,
  interviewerOnly,
}: Pick<Question, 'options' | 'interviewerOnly'>): readonly Option[] =>
  interviewerOnly ? [...options, ...interviewerOnly] : options;

/** The question with the answers that may be given in this mode. */
export const answersIn = (question: Question, mode: Mode): Question =>
  mode === interviewerMode && question.interviewerOnly ? { ...question, options: everyOption(question) } : question;

/** Takes a question and anything; gives the answer to store, or why it is not one. */
export const checkAnswer: Check = (question, value) =>
  isNothing(value) ? refuse('nothing_chosen') : checks[question.kind](question, value);

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

export const sameAnswer = (a: AnswerValue, b: AnswerValue): boolean =>
  typeof a === 'object' && typeof b === 'object'
    ? a.length === b.length && a.every((item, place) => item === b[place])
    : a === b;
