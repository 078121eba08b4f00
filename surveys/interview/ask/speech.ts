/** A question as an interviewer reads it out: the same words as everywhere, in the order they are said. */
import type { Language } from '../../language.ts';
import { phrase } from '../../locales/phrases.ts';
import { type Asked, midSentence } from './asked.ts';

export interface Script {
  /** Read out, one after another. */
  lines: readonly string[];
  /** Read out as a list, with the number to key. */
  options: readonly { number: number; label: string }[];
  /** Never read out: keyed when the resident says so unprompted. */
  unread: readonly { number: number; label: string }[];
}

function instruction({ question, low, high }: Asked, language: Language): string {
  const ends = { min: question.min ?? 0, max: question.max ?? 0, low: midSentence(low), high: midSentence(high) };
  switch (question.kind) {
    case 'single':
    case 'yes_no':
      return phrase(language, 'speech.choose_one');
    case 'multiple':
      return phrase(language, 'speech.choose_all');
    case 'scale':
      return phrase(language, low ? 'speech.scale' : 'speech.scale_bare', ends);
    case 'number':
      return phrase(language, 'speech.number');
    case 'date':
      return phrase(language, 'speech.date');
    case 'text':
      return phrase(language, 'speech.written');
    case 'photo':
      return '';
  }
}

/** The script of one question. */
export function askBySpeech(asked: Asked, language: Language): Script {
  const { number, total, pageText, title, hint } = asked;
  const place = phrase(language, 'speech.progress', { number, total });
  const lines = [pageText, place, title, hint, instruction(asked, language)];
  return {
    lines: lines.filter((line) => line !== ''),
    options: asked.options.map(({ number, label }) => ({ number, label })),
    unread: asked.unread.map(({ number, label }) => ({ number, label })),
  };
}
