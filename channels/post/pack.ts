import type { Letter } from './printer.ts';

/** The papers of a meeting by post: a covering letter, its agenda, and a form with room to write under each item. */
export interface PackPaper extends Omit<Letter, 'code' | 'questions' | 'paragraphs'> {
  /** Paragraphs before and after the agenda. */
  opening: readonly string[];
  closing: readonly string[];
  items: readonly AgendaItem[];
}

export interface AgendaItem {
  number: number;
  title: string;
  /** What is to be talked about, or empty. */
  summary: string;
}

/** Ruled lines under each item: five of 10 mm take about 60 words by hand. */
const LINES_EACH = 5;

/** A pack as a letter the printer understands; the comments form carries the numbers of the agenda. */
export function packLetter({ opening, closing, items, ...letter }: PackPaper): Letter {
  return {
    ...letter,
    code: null,
    paragraphs: [...opening, ...items.map(agendaLine), ...closing],
    questions: items.map(({ number, title }) => ({
      number,
      title,
      hint: '',
      options: [],
      lines: LINES_EACH,
      routing: '',
    })),
  };
}

function agendaLine({ number, title, summary }: AgendaItem): string {
  return summary === '' ? `**${number}. ${title}**` : `**${number}. ${title}** ${summary}`;
}
