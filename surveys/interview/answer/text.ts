/** Reads a text message as an input of the interview. What it cannot read it says so of; it never guesses. */
import { type Language, languageCodes, languages } from '../../language.ts';
import { optionLabel } from '../../questionnaire/option-phrases.ts';
import type { Compiled, Question, Texts } from '../../questionnaire/types.ts';
import { questionById } from '../route.ts';
import type { Input, State } from '../types.ts';
import { readDate } from './date.ts';
import { decimalIn, numbersIn } from './numbers.ts';
import { fold, holdsWord, holdsWordIn, isWord, isWordIn, type WordGroup, withoutWords } from './words.ts';

export interface Reading {
  /** A word that carriers own, as the whole message: it comes before any answer. */
  keyword: 'stop' | 'start' | 'help' | null;
  /** What to give the interview; null when the message is no answer. */
  input: Input | null;
  /** Reads like a wish to be left alone but is not the word itself: a person must look. */
  soundsLikeStop: boolean;
  /** Holds a word of danger: answer at once with whom to ring. */
  urgent: boolean;
}

export interface Asking {
  compiled: Compiled;
  /** Pass it as `new` when the last text sent asked to reply 1 to begin or go on, not a question. */
  state: State;
  /** Words of the edition in use, so that an answer can be given by its words. */
  texts: Texts;
  /** Languages offered, in the order they are listed. */
  offered?: readonly Language[];
}

const unclear: Input = { type: 'unclear' };
const answer = (value: unknown): Input => ({ type: 'answer', question: null, value });

const commands: [WordGroup, Input][] = [
  ['skip', { type: 'skip' }],
  ['back', { type: 'back' }],
  ['language', { type: 'language', language: null }],
];

/** Nobody is made to choose: "don't know" moves on where the question does not offer it. */
const movesOn = (message: string): boolean =>
  (['dont_know', 'refused', 'not_applicable'] as const).some((group) => isWord(group, message));

/** The option whose words these are, or the one that means what they say. */
function optionNamed(question: Question, message: string, { texts, state: { language } }: Asking): string | null {
  const named = question.options.find((option) => fold(optionLabel(option, texts, language)) === message);
  if (named) return named.id;
  const meant = question.options.find((option) => option.meaning && isWord(option.meaning, message));
  if (meant) return meant.id;
  return question.kind === 'yes_no' && !movesOn(message) ? yesOrNo(message, language) : null;
}

/** "yes", "yes they did", "no"; not "yes and no". */
function yesOrNo(message: string, language: Language): 'yes' | 'no' | null {
  const words = message.split(' ');
  const says = (group: 'yes' | 'no', part: string) => isWordIn(group, language, part);
  const whole = (['yes', 'no'] as const).filter((group) => says(group, message));
  if (whole.length > 0) return whole.length === 1 ? (whole[0] ?? null) : null;
  const said = (['yes', 'no'] as const).filter((group) => words.some((word) => says(group, word)));
  const [only, ...both] = said;
  return only && both.length === 0 && says(only, words[0] ?? '') ? only : null;
}

function readChoice(question: Question, text: string, asking: Asking): Input {
  const message = fold(text);
  const named = optionNamed(question, message, asking);
  if (named) return answer(question.kind === 'multiple' ? [named] : named);
  const numbers = numbersIn(text, asking.state.language);
  const chosen = numbers.map((number) => question.options[number - 1]?.id);
  const either = holdsWordIn('or', asking.state.language, message) && numbers.length > 1;
  if (chosen.length === 0 || either || chosen.includes(undefined)) return unclear;
  if (question.kind === 'multiple') return answer(chosen);
  return chosen.length === 1 ? answer(chosen[0]) : unclear;
}

/** "8", "8/10", "8 out of 10", "eight". */
function readScale(question: Question, text: string, { state }: Asking): Input {
  const bare = text.replace(new RegExp(`(?<=\\d)\\s*(?:/|out of)\\s*${question.max}(?!\\d)`, 'i'), '');
  const [number, ...others] = numbersIn(bare, state.language);
  const fits = number !== undefined && number >= (question.min ?? 0) && number <= (question.max ?? 0);
  return fits && others.length === 0 ? answer(number) : unclear;
}

function readNumber(text: string, { state }: Asking): Input {
  const [number, ...others] = numbersIn(text, state.language);
  const said = decimalIn(text) ?? (others.length === 0 ? number : undefined);
  return said === undefined ? unclear : answer(said);
}

function readByKind(question: Question, text: string, asking: Asking): Input {
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'yes_no':
      return readChoice(question, text, asking);
    case 'scale':
      return readScale(question, text, asking);
    case 'number':
      return readNumber(text, asking);
    case 'date': {
      const date = readDate(text, asking.state.language);
      return date === null ? unclear : answer(date);
    }
    case 'text':
      if (text.trim() === '') return unclear;
      return question.short ? answer(text) : { type: 'add_text', question: null, text };
    case 'photo':
      return unclear;
  }
}

function readLanguage(text: string, { state, offered = languageCodes }: Asking): Input {
  const message = fold(text);
  const named = offered.find((code) =>
    [code, languages[code].name, languages[code].english].map(fold).includes(message),
  );
  const [number, ...others] = numbersIn(text, state.language);
  const numbered = number !== undefined && others.length === 0 ? offered[number - 1] : undefined;
  return { type: 'language', language: named ?? numbered ?? null };
}

function readAnswer(text: string, message: string, asking: Asking): Input | null {
  const { compiled, state } = asking;
  if (state.choosingLanguage) return readLanguage(text, asking);
  if (state.status === 'new') {
    const [number, ...others] = numbersIn(text, state.language);
    const agrees = (number === 1 && others.length === 0) || isWordIn('yes', state.language, message);
    return agrees ? { type: 'start' } : null;
  }
  const question = state.cursor === null ? undefined : questionById(compiled, state.cursor);
  if (!question) return null;
  if (isWordIn('unclear', state.language, message)) return unclear;
  const input = readByKind(question, text, asking);
  return input.type === 'unclear' && movesOn(message) ? { type: 'skip' } : input;
}

/** Looser where the answer is a number or a choice: "please stop the noise" is a fair thing to write in words. */
function wishesToStop(message: string, written: boolean): boolean {
  if (holdsWord('sounds_like_stop', message)) return true;
  return (
    !written && (holdsWord('maybe_stop', message) || (message.split(' ').length <= 4 && holdsWord('stop', message)))
  );
}

/**
 * Takes a message and where the interview stands; gives what it says. Words that carriers own come first, then our
 * commands, then the answer. Never throws.
 */
export function readText(text: string, asking: Asking): Reading {
  const message = fold(text);
  const urgent = holdsWord('danger', withoutWords('not_danger', message));
  const keyword = (['stop', 'start', 'help'] as const).find((group) => isWord(group, message)) ?? null;
  if (keyword) {
    const input: Input | null = keyword === 'help' ? null : { type: keyword };
    return { keyword, input, soundsLikeStop: false, urgent: false };
  }
  const { cursor } = asking.state;
  const written = cursor !== null && questionById(asking.compiled, cursor)?.kind === 'text';
  const command = commands.find(([group]) => isWord(group, message))?.[1];
  const done: Input | null = written && isWord('done', message) ? { type: 'done' } : null;
  if (command ?? done) return { keyword: null, input: command ?? done, soundsLikeStop: false, urgent: false };
  const soundsLikeStop = wishesToStop(message, written);
  const input = soundsLikeStop && !written ? null : readAnswer(text, message, asking);
  return { keyword: null, input, soundsLikeStop, urgent };
}
