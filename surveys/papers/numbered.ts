/** A paper answered by numbers, all words ready: what braille and audio are made from. A letter to be printed is one too. */
export interface NumberedPaper {
  landlordName: string;
  dateline: string;
  versionline: string;
  title: string;
  /** `**bold**` is the only markup. */
  paragraphs: readonly string[];
  code: { digits: string; label: string } | null;
  formTitle: string;
  formHelp: readonly string[];
  questions: readonly {
    number: number;
    title: string;
    hint: string;
    options: readonly { number: number; label: string }[];
    routing: string;
  }[];
  formEnd?: readonly string[];
}

/** Words without marks of bold: neither cells nor a voice have it. */
export const bare = (text: string): string => text.replaceAll('**', '');
