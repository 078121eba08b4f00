/** The questionnaire as a form on paper. Every question is printed, numbered in order; lines say who goes where. */
import type { Language } from '../../language.ts';
import { phrase } from '../../locales/phrases.ts';
import type { Compiled, Question } from '../../questionnaire/types.ts';
import { type Asked, midSentence, opensPage, type Wording, wordQuestion } from './asked.ts';
import { goTo, onlyIf } from './routing.ts';

export interface PaperQuestion {
  number: number;
  /** Words of its page, printed before it; empty where it is not the first of its page. */
  pageText: string;
  title: string;
  hint: string;
  /** Boxes to cross, with the numbers used everywhere; empty for a written answer. */
  options: readonly { number: number; label: string }[];
  /** Ruled lines for a written answer. */
  lines: number;
  /** "If you crossed 2, go to question 5.", after the question, or empty. */
  routing: string;
}

/** Ruled lines by kind: a number needs one, words need six. */
const ruledLines: Partial<Record<Question['kind'], number>> = { number: 1, date: 1, text: 6 };
/** A short answer gets room for large handwriting, and for a second thought. */
const shortLines = 2;

const linesFor = ({ kind, short }: Question): number => (short ? shortLines : (ruledLines[kind] ?? 0));

function instruction(asked: Asked, language: Language, { phone, site }: PaperValues): string {
  const { question, low, high } = asked;
  switch (question.kind) {
    case 'single':
    case 'yes_no':
      return phrase(language, 'form.one');
    case 'multiple':
      return phrase(language, 'form.all');
    case 'scale': {
      const { min, max } = { min: question.min ?? 0, max: question.max ?? 0 };
      const ends = [phrase(language, 'form.scale', { min, max })];
      if (low) ends.push(phrase(language, 'form.scale_end', { number: min, label: midSentence(low) }));
      if (high) ends.push(phrase(language, 'form.scale_end', { number: max, label: midSentence(high) }));
      return ends.join('. ');
    }
    case 'number':
      return phrase(language, 'form.number');
    case 'date':
      return phrase(language, 'form.date');
    case 'photo':
      return phrase(language, 'form.photo', { site });
    case 'text':
      return `${phrase(language, 'form.written')} ${phrase(language, 'form.danger', { phone })}`;
  }
}

function boxes({ question, options, low, high }: Asked): { number: number; label: string }[] {
  if (question.kind !== 'scale') return options.map(({ number, label }) => ({ number, label }));
  const { min, max } = { min: question.min ?? 0, max: question.max ?? 0 };
  const end = (number: number) => (number === min ? low : number === max ? high : '');
  return Array.from({ length: max - min + 1 }, (_, step) => ({ number: min + step, label: end(min + step) }));
}

/** What a form says besides its questions: the landlord's number, and where a code can be typed. */
export interface PaperValues {
  phone: string;
  site: string;
}

/** Every question of a form, worded and ready to print. For a photo, which paper cannot carry, it says where to send it. */
export function askOnPaper(compiled: Compiled, wording: Wording, values: PaperValues): PaperQuestion[] {
  const { language } = wording;
  const total = compiled.questions.length;
  return compiled.questions.map((question, place) => {
    const opens = opensPage(compiled.questions, question);
    const asked = wordQuestion(question, wording, { number: place + 1, total, open: false, opensPage: opens });
    const hints = [onlyIf(compiled, place, language), asked.hint, instruction(asked, language, values)];
    return {
      number: asked.number,
      pageText: asked.pageText,
      title: asked.title,
      hint: hints.filter((hint) => hint !== '').join(' '),
      options: boxes(asked),
      lines: linesFor(question),
      routing: goTo(compiled, place, language),
    };
  });
}
