/** A question with its words and its place, as every way of asking needs it. */
import type { Language } from '../../language.ts';
import { phrase } from '../../locales/phrases.ts';
import type { Mode } from '../../mode.ts';
import { questionKey } from '../../questionnaire/keys.ts';
import { optionLabel } from '../../questionnaire/option-phrases.ts';
import type { Compiled, Question, Texts } from '../../questionnaire/types.ts';
import { fill } from '../../questionnaire/words.ts';
import { progress } from '../progress.ts';
import { isAskedIn, questionById, route } from '../route.ts';
import type { Progress, State } from '../types.ts';

export interface AskedOption {
  /** The same on web, paper, text and telephone. */
  number: number;
  id: string;
  label: string;
  /** Stands alone in a multiple choice ("None of these"). */
  alone: boolean;
}

export interface Asked extends Progress {
  question: Question;
  /** Words of its page, said before it; empty when it is not the first of its page that is asked, or the page has none. */
  pageText: string;
  title: string;
  hint: string;
  /** Shorter wording for texts; the title where there is none. */
  short: string;
  options: readonly AskedOption[];
  /** Codes an interviewer may record and never reads out, numbered on from the options. */
  unread: readonly AskedOption[];
  /** Words for the ends of a scale; empty when it has none. */
  low: string;
  high: string;
}

/** Words of an edition, with what fills the gaps in them. */
export interface Wording {
  texts: Texts;
  language: Language;
  /** The landlord's name, for {landlord}. */
  landlord: string;
}

/** Whether this is the first of its page among the questions asked, and the page has words to say before it. */
export const opensPage = (asked: readonly Question[], { id, pageText }: Question): boolean =>
  pageText !== undefined && asked.find((one) => one.pageText === pageText)?.id === id;

/** Puts words to a question at a place. */
export function wordQuestion(
  question: Question,
  { texts, language, landlord }: Wording,
  place: Progress & { opensPage?: boolean },
): Asked {
  const say = (key: string): string => fill(texts[key] ?? '', { landlord });
  const title = say(questionKey(question.id, 'title'));
  const { number, total, open } = place;
  return {
    number,
    total,
    open,
    question,
    pageText: place.opensPage && question.pageText !== undefined ? say(question.pageText) : '',
    title,
    hint: say(questionKey(question.id, 'hint')),
    short: say(questionKey(question.id, 'sms')) || title,
    options: question.options.map((option, index) => ({
      number: index + 1,
      id: option.id,
      label: fill(optionLabel(option, texts, language), { landlord }),
      alone: option.meaning !== null,
    })),
    unread: (question.interviewerOnly ?? []).map(({ id }, index) => ({
      number: question.options.length + index + 1,
      id,
      label: phrase(language, 'speech.unable'),
      alone: true,
    })),
    low: say(questionKey(question.id, 'min')),
    high: say(questionKey(question.id, 'max')),
  };
}

/** "Very satisfied" inside a sentence: "1 is very satisfied"; "OK" stays as it is. */
export function midSentence(label: string): string {
  const [first = '', second = ''] = label;
  return second === second.toLowerCase() ? first.toLowerCase() + label.slice(first.length) : label;
}

/** The question at the cursor as it is asked in this mode, or null when there is none. */
export function askedNow(compiled: Compiled, state: State, wording: Wording, mode: Mode = 'web'): Asked | null {
  const question = state.cursor === null ? undefined : questionById(compiled, state.cursor);
  if (!question) return null;
  const asked = route(compiled, state).filter((one) => isAskedIn(one, mode));
  return wordQuestion(question, wording, {
    ...progress(compiled, state),
    opensPage: opensPage(asked, question),
  });
}
