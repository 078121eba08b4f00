import type { Format } from '../../surveys/format.ts';

/** Renders letters to print-ready PDF. Only a Node process can. */
export interface Printer {
  /**
   * One tagged PDF (PDF/UA-1) of all letters, in order, for printing on both sides: each letter begins on an odd page, after a blank
   * back when the one before ended on a front. Throws `RefusedError` for a file that may not be, and `LetterRefusedError`
   * (`refused.ts`) naming each letter that cannot be printed; without those the rest can.
   * `pictured` asks for a picture of the pages besides.
   */
  print(letters: readonly Letter[], pictured?: boolean): Promise<PrintedFile>;
  close(): Promise<void>;
}

export interface PrintedFile {
  pdf: Uint8Array;
  /** Printed pages of each letter, in the order given, blank backs not counted. */
  pages: readonly number[];
  /** Every page, one under another, as SVG; only where it was asked for. */
  picture?: string;
}

/** One letter with its questionnaire, all words ready; every letter of a file has the same language and format. */
export interface Letter {
  deliveryId: string;
  language: string;
  format: Format;
  /** Lines for the window of the envelope, last one the postcode. */
  address: readonly string[];
  landlordName: string;
  landlordAddress: readonly string[];
  /** Date and version, ready to read, as every document carries them. */
  dateline: string;
  versionline: string;
  title: string;
  /** Paragraphs of the letter; `**bold**` is the only markup understood. */
  paragraphs: readonly string[];
  /** 12 digits in groups of four, and the address it opens (drawn as QR), when the letter asks for answers. */
  code: { digits: string; label: string; url: string } | null;
  questions: readonly LetterQuestion[];
  /** Words of the form: its name, how to mark, and after the last question what to do when finished. */
  formTitle: string;
  formHelp: readonly string[];
  formEnd?: readonly string[];
  /** The last line of the letter in each other offered language. */
  otherLanguages: readonly { language: string; text: string }[];
  /** Easy read: one idea and one picture each, after the paragraphs. */
  pictured?: readonly { picture: Picture; text: string }[];
  /** What goes in the same envelope, in words for whoever fills it; the printer leaves it alone. */
  enclosed?: readonly string[];
  /** Words at the foot of each page, such as "Page {page} of {pages}". */
  pageLabel: string;
}

export interface LetterQuestion {
  number: number;
  /** Words said before it, where it is the first of a page that has some; left out or empty for the others. */
  pageText?: string;
  title: string;
  hint: string;
  /** Options with the numbers that web, text and telephone use too; empty for written answers. */
  options: readonly { number: number; label: string }[];
  /** Ruled lines for a written answer. */
  lines: number;
  /** "If you ticked 1 or 2, go to question 4", after the question, or empty. */
  routing: string;
  /** Easy read: the picture at its side, and easier words under the exact ones, after "This means:". */
  easy?: { picture: Picture | null; means: string; words: string };
}

/** A drawing with what it shows in words. A photograph stands inside one. */
export interface Picture {
  svg: string;
  alt: string;
}
