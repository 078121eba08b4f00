/** The questionnaire for those who answer by telling numbers: in braille, and to be listened to. There are no boxes. */
import { phrase } from '../../locales/phrases.ts';
import type { Compiled } from '../../questionnaire/types.ts';
import type { Wording } from './asked.ts';
import { wordQuestion } from './asked.ts';
import { goTo, onlyIf } from './routing.ts';
import { askBySpeech } from './speech.ts';

export interface NumberedQuestion {
  number: number;
  title: string;
  /** Who is to answer, help, and how. */
  hint: string;
  /** With the numbers used everywhere; empty for a scale, a number, a date and written answers. */
  options: readonly { number: number; label: string }[];
  /** Nobody writes on it. */
  lines: 0;
  routing: string;
}

/** Every question, numbered, with the numbers of its answers and what to do after them. */
export function askByNumbers(compiled: Compiled, wording: Wording, phone: string): NumberedQuestion[] {
  const { language } = wording;
  const total = compiled.questions.length;
  return compiled.questions.map((question, place) => {
    const asked = wordQuestion(question, wording, { number: place + 1, total, open: false });
    const written = question.kind === 'text';
    const how = written
      ? `${phrase(language, 'numbers.written')} ${phrase(language, 'form.danger', { phone })}`
      : (askBySpeech({ ...asked, hint: '' }, language).lines.at(-1) ?? '');
    const hints = [onlyIf(compiled, place, language, 'numbers'), asked.hint, how];
    return {
      number: asked.number,
      title: asked.title,
      hint: hints.filter((hint) => hint !== '').join(' '),
      options: asked.options.map(({ number, label }) => ({ number, label })),
      lines: 0,
      routing: goTo(compiled, place, language, 'numbers'),
    };
  });
}
