/** The questionnaire for those who answer by telling numbers: in braille, and to be listened to. There are no boxes. */
import type { Language } from '../../language.ts';
import { phrase } from '../../locales/phrases.ts';
import type { Compiled } from '../../questionnaire/types.ts';
import { type Asked, opensPage, type Wording, wordQuestion } from './asked.ts';
import type { PaperValues } from './paper.ts';
import { goTo, onlyIf } from './routing.ts';
import { askBySpeech } from './speech.ts';

export interface NumberedQuestion {
  number: number;
  /** Words said before it, where it is the first of a page that has some. */
  pageText: string;
  title: string;
  /** Who is to answer, help, and how. */
  hint: string;
  /** With the numbers used everywhere; empty for a scale, a number, a date and written answers. */
  options: readonly { number: number; label: string }[];
  /** Nobody writes on it. */
  lines: 0;
  routing: string;
}

function howToAnswer(asked: Asked, language: Language, { phone, site }: PaperValues): string {
  const { kind } = asked.question;
  if (kind === 'photo') return phrase(language, 'form.photo', { site });
  if (kind === 'text') return `${phrase(language, 'numbers.written')} ${phrase(language, 'form.danger', { phone })}`;
  return askBySpeech({ ...asked, hint: '', pageText: '' }, language).lines.at(-1) ?? '';
}

/** Every question, numbered, with the numbers of its answers and what to do after them. */
export function askByNumbers(compiled: Compiled, wording: Wording, values: PaperValues): NumberedQuestion[] {
  const { language } = wording;
  const total = compiled.questions.length;
  return compiled.questions.map((question, place) => {
    const opens = opensPage(compiled.questions, question);
    const asked = wordQuestion(question, wording, { number: place + 1, total, open: false, opensPage: opens });
    const how = howToAnswer(asked, language, values);
    const hints = [onlyIf(compiled, place, language, 'numbers'), asked.hint, how];
    return {
      number: asked.number,
      pageText: asked.pageText,
      title: asked.title,
      hint: hints.filter((hint) => hint !== '').join(' '),
      options: asked.options.map(({ number, label }) => ({ number, label })),
      lines: 0,
      routing: goTo(compiled, place, language, 'numbers'),
    };
  });
}
