/** Conditions as lines on paper: "If you crossed 2, go to question 5." */
import type { Language } from '../../language.ts';
import { type PhraseKey, phrase } from '../../locales/phrases.ts';
import { holds, leavesOf, questionsIn } from '../../questionnaire/evaluate.ts';
import type { Compiled, Expression, Question } from '../../questionnaire/types.ts';

/** How a person answers: crossing boxes on a form, or telling us the numbers. */
export type Telling = 'form' | 'numbers';

/** "1", "1 or 2", "1, 2 or 3". */
export function listNumbers(numbers: readonly number[], language: Language): string {
  const last = numbers.at(-1) ?? '';
  const others = numbers.slice(0, -1).join(', ');
  return others === '' ? String(last) : `${others} ${phrase(language, 'form.or')} ${last}`;
}

/** The numbers to cross for which a condition on one question holds; null when it is not about one answer of one question. */
function crossed(condition: Expression, question: Question): number[] | null {
  if (question.kind !== 'single' && question.kind !== 'yes_no') return null;
  const known = (option: string) => holds(condition, (id) => (id === question.id ? option : undefined));
  return question.options.flatMap((option, index) => (known(option.id) ? [index + 1] : []));
}

const only = (questions: readonly string[]): string | null => (questions.length === 1 ? (questions[0] ?? null) : null);

interface Branch {
  numbers: number[];
  length: number;
}

/** How many questions right after `place` are asked for the same answers to it, and which answers those are. */
function branchAfter(compiled: Compiled, place: number): Branch | null {
  const question = compiled.questions[place];
  if (!question) return null;
  const lists = compiled.questions.slice(place + 1).map(({ showIf }) => {
    const numbers = showIf && only(questionsIn(showIf)) === question.id ? crossed(showIf, question) : null;
    return numbers?.join() ?? null;
  });
  const [first = null] = lists;
  const end = lists.findIndex((list) => list !== first);
  if (first === null) return null;
  return { numbers: first.split(',').map(Number), length: end < 0 ? lists.length : end };
}

/** The line after a question: who may go further on, and where to. Empty when everybody goes to the next one. */
export function goTo(compiled: Compiled, place: number, language: Language, how: Telling = 'form'): string {
  const branch = branchAfter(compiled, place);
  const options = compiled.questions[place]?.options ?? [];
  const others = options.map((_, index) => index + 1).filter((number) => !branch?.numbers.includes(number));
  if (!branch || others.length === 0) return '';
  const answers = listNumbers(others, language);
  const target = place + branch.length + 2;
  if (target > compiled.questions.length) return phrase(language, `${how}.go_to_end`, { answers });
  return phrase(language, `${how}.go_to`, { answers, number: target });
}

/** Whether the line after an earlier question already leads past this one. */
function ledPast(compiled: Compiled, place: number): boolean {
  return compiled.questions.some((_, earlier) => {
    const branch = earlier < place ? branchAfter(compiled, earlier) : null;
    return branch !== null && place <= earlier + branch.length;
  });
}

function numbersIn(values: readonly unknown[], question: Question): number[] {
  return question.options.flatMap((option, index) => (values.includes(option.id) ? [index + 1] : []));
}

function onlyIfOne(
  condition: Expression,
  { question, number, language, how }: { question: Question; number: number; language: Language; how: Telling },
): string {
  const numbers = crossed(condition, question);
  if (numbers) return phrase(language, `${how}.only_if`, { answers: listNumbers(numbers, language), number });
  const [leaf, ...more] = leavesOf(condition);
  if (!leaf || more.length > 0 || condition.op === 'not') return phrase(language, 'form.only_if_fits');
  if (leaf.op === 'not_empty') return phrase(language, 'form.only_if_answered', { number });
  if (leaf.op === 'empty') return phrase(language, 'form.only_if_fits');
  const value = typeof leaf.value === 'object' ? leaf.value : [leaf.value];
  if (question.kind === 'multiple') {
    const key: PhraseKey = leaf.op === 'not_contains' ? `${how}.only_if_not` : `${how}.only_if`;
    if (leaf.op === 'all_of' && value.length > 1) return phrase(language, 'form.only_if_fits');
    return phrase(language, key, { answers: listNumbers(numbersIn(value, question), language), number });
  }
  if (leaf.op === 'greater_or_equal')
    return phrase(language, 'form.only_if_at_least', { value: String(value), number });
  if (leaf.op === 'less_or_equal') return phrase(language, 'form.only_if_at_most', { value: String(value), number });
  return phrase(language, 'form.only_if_fits');
}

/** The line before a question that only some are to answer, when no line has led the others past it. */
export function onlyIf(compiled: Compiled, place: number, language: Language, how: Telling = 'form'): string {
  const condition = compiled.questions[place]?.showIf;
  if (!condition || ledPast(compiled, place)) return '';
  const about = only(questionsIn(condition));
  const number = compiled.questions.findIndex((question) => question.id === about) + 1;
  const question = compiled.questions[number - 1];
  return question ? onlyIfOne(condition, { question, number, language, how }) : phrase(language, 'form.only_if_fits');
}
