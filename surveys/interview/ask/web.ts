/** What a question page needs: words, numbers, and what is chosen now. */
import { type Language, languageCodes } from '../../language.ts';
import { limits } from '../../limits.ts';
import { type PhraseValues, phrase } from '../../locales/phrases.ts';
import type { Compiled, QuestionKind } from '../../questionnaire/types.ts';
import { earlierQuestion, nextQuestion } from '../route.ts';
import type { AnswerValue, State, Unanswered } from '../types.ts';
import { type AskedOption, askedNow, type Wording } from './asked.ts';

export interface WebOption extends AskedOption {
  chosen: boolean;
}

export interface WebQuestion {
  id: string;
  kind: QuestionKind;
  /** "Question 3 of up to 8". */
  progress: string;
  /** Words of its page, above the question; empty where it is not the first of its page. */
  pageText: string;
  title: string;
  hint: string;
  /** "Choose one answer", under the question; empty for a date or a number. */
  instruction: string;
  /** For a scale, each of its numbers, with the end words on the first and the last. */
  options: readonly WebOption[];
  min: number | null;
  max: number | null;
  maxLength: number | null;
  /** A written answer of one line. */
  short: boolean;
  /** What stands in the box now: a written answer or a number; empty if none. */
  value: string;
  /** Day, month and year as they stand in the three boxes. */
  date: readonly [string, string, string];
  /** Answered before; on a new device the answer itself is not shown. */
  answered: boolean;
  passed: Unanswered['why'] | null;
  /** No question comes after this one: the button reads "Finish". */
  last: boolean;
  /** There is a question before this one. */
  hasBack: boolean;
}

function instructionFor(kind: QuestionKind, language: Language, values: PhraseValues): string {
  switch (kind) {
    case 'single':
    case 'yes_no':
      return phrase(language, 'page.question.choose_one');
    case 'multiple':
      return phrase(language, 'page.question.choose_all');
    case 'scale':
      return phrase(language, 'page.question.scale', values);
    case 'text':
      return phrase(language, 'page.question.write', values);
    case 'photo':
      return phrase(language, 'page.question.photo', { megabytes });
    case 'number':
    case 'date':
      return '';
  }
}

const chooses = (value: AnswerValue | undefined, id: string): boolean =>
  typeof value === 'object' ? value.includes(id) : value !== undefined && String(value) === id;

function scaleOptions(min: number, max: number, low: string, high: string): AskedOption[] {
  const end = (number: number) => (number === min ? low : number === max ? high : '');
  return Array.from({ length: max - min + 1 }, (_, step) => {
    const number = min + step;
    return { number, id: String(number), label: end(number), alone: false };
  });
}

/** The question at the cursor for a page, or null. `showAnswer` is false on a device that did not give the answers. */
export function askByWeb(compiled: Compiled, state: State, wording: Wording, showAnswer: boolean): WebQuestion | null {
  const asked = askedNow(compiled, state, wording);
  if (!asked) return null;
  const { question, number, total } = asked;
  const { id, kind, min, max, maxLength } = question;
  const value = showAnswer ? state.answers[id]?.value : undefined;
  const options = kind === 'scale' ? scaleOptions(min ?? 0, max ?? 0, asked.low, asked.high) : asked.options;
  const [year = '', month = '', day = ''] = kind === 'date' && typeof value === 'string' ? value.split('-') : [];
  const place = asked.open ? 'page.question.progress_open' : 'page.question.progress';
  const ends = { min: min ?? 0, max: kind === 'text' ? letters(maxLength ?? 0, wording.language) : (max ?? 0) };
  return {
    id,
    kind,
    progress: phrase(wording.language, place, { number, total }),
    pageText: asked.pageText,
    title: asked.title,
    hint: asked.hint,
    instruction: instructionFor(kind, wording.language, ends),
    options: options.map((option) => ({ ...option, chosen: chooses(value, option.id) })),
    min,
    max,
    maxLength,
    short: question.short ?? false,
    value: (kind === 'text' || kind === 'number') && value !== undefined ? String(value) : '',
    date: [day, month, year],
    answered: id in state.answers,
    passed: state.unanswered[id]?.why ?? null,
    last: isLast(compiled, state, id),
    hasBack: earlierQuestion(compiled, state, id, 'web') !== null,
  };
}

/** The size limit of a photo as people say it. */
const megabytes = Math.floor(limits.photoBytes / (1024 * 1024));

/** How each language writes numbers, with digits 0 to 9. Making one takes 25 microseconds, more than the rest of a question. */
const numbers = new Map(languageCodes.map((code) => [code, new Intl.NumberFormat(`${code}-u-nu-latn`)]));

/** "4,000", with the separators of the language. */
const letters = (count: number, language: Language): string => numbers.get(language)?.format(count) ?? String(count);

/** Nothing is left to ask if this one is passed over, and no answer to it could open a branch. */
function isLast(compiled: Compiled, state: State, id: string): boolean {
  const passed = { why: 'skipped', mode: 'web', at: '', by: null } as const;
  const after = { ...state, unanswered: { ...state.unanswered, [id]: passed } };
  const place = compiled.questions.findIndex((question) => question.id === id);
  const opens = compiled.questions
    .slice(place + 1)
    .some((question) => question.showIf !== null && !(question.id in state.answers));
  return nextQuestion(compiled, after, id, 'web') === null && !opens;
}
