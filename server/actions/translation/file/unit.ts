import type { Compilation } from '../../../../surveys/questionnaire/compile.ts';
import { questionKey } from '../../../../surveys/questionnaire/keys.ts';
import type { Standing } from '../../../../surveys/questionnaire/translation/types.ts';

/** Everything a file to an agency is made of. */
export interface Outgoing {
  id: string;
  name: string;
  source: string;
  target: string;
  compiled: Compilation['compiled'];
  standings: readonly Standing[];
}

/** A text of a file as it was read, before it is compared with the draft. */
export interface ReadUnit {
  key: string;
  source: string;
  text: string;
  state: FileState;
}

/** What a file says of its words: the four states of XLIFF, and a spreadsheet in which nobody touched the column of statuses. */
export type FileState = 'initial' | 'unsaid' | 'translated' | 'reviewed' | 'final';

export interface ReadFile {
  /** Null where the file does not say. */
  source: string | null;
  target: string | null;
  units: ReadUnit[];
}

/** A file cannot be read at all; the message says why. */
export class TranslationFileError extends Error {}

/** More texts than any questionnaire has: 60 questions of 20 answers and 5 texts, with the words of the whole. */
export const maxUnits = 2_000;

/** What a kind of text is for, in the words of a note to a translator. */
const roles: Record<string, string> = {
  sms: 'A shorter wording of the question for a text message: every letter costs.',
  option: 'An answer that a resident chooses.',
  hint: 'Stands under the question in smaller words.',
  min: 'Words for the lowest end of the scale.',
  max: 'Words for the highest end of the scale.',
};

/** The question that an answer, a hint or an end belongs to: the same answer is another word in many languages after another question. */
function contextOf(key: string, { standings }: Pick<Outgoing, 'standings'>): string[] {
  const [, id = ''] = key.split('.');
  const title = questionKey(id, 'title');
  const question = standings.find((one) => one.key === title);
  return question === undefined || key === title ? [] : [`The question: ${question.source}`];
}

/** What a translator must know of a text besides its words: its use, the question it belongs to, and the source words it had. */
export function notesOf({ key, source, was }: Standing, out: Pick<Outgoing, 'standings'>): string[] {
  const part = key.includes('.option.') ? 'option' : (key.split('.').at(-1) ?? '');
  const fills = source.includes('{landlord}')
    ? ["{landlord} is filled in with the landlord's name: keep it as it is."]
    : [];
  const before = was === null ? [] : [`The source was: ${was}`];
  return [...(roles[part] ? [roles[part]] : []), ...contextOf(key, out), ...fills, ...before];
}
