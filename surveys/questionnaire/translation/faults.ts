/** What is wrong with one translation, whoever made it: found while it is typed, and again before it is checked, approved or taken from a file. */
import { isReserved } from '../../interview/answer/words.ts';
import { limits } from '../../limits.ts';
import { holesIn } from '../../locales/phrases.ts';
import { wordProblems } from '../words.ts';

export const translationFaults = [
  'html',
  'unknown_placeholder',
  'lost_placeholder',
  'reserved_word',
  'too_long',
] as const;
export type TranslationFault = (typeof translationFaults)[number];

export interface Translated {
  key: string;
  source: string;
  text: string;
}

const isOption = (key: string): boolean => /^q\.[^.]+\.option\./.test(key);
const holes = (text: string): string[] => [...new Set(holesIn(text))].sort();

/** Things the source fills in that the translation does not. */
export const lostIn = ({ source, text }: Pick<Translated, 'source' | 'text'>): string[] =>
  holes(source).filter((hole) => !holes(text).includes(hole));

const sentences: Record<TranslationFault, (one: Translated) => string> = {
  html: () => 'These words hold web page code. Only plain words can be shown in every way.',
  unknown_placeholder: () =>
    'These words hold something in braces that we cannot fill in. We can only fill in {landlord}.',
  lost_placeholder: (one) =>
    lostIn(one).length > 0
      ? `${lostIn(one)
          .map((hole) => `{${hole}}`)
          .join(', ')} is in the source and not in these words.`
      : 'These words fill in something that the source does not.',
  reserved_word: ({ text }) => `"${text}" does something else by text message. Use other words.`,
  too_long: ({ text }) => `These words have ${text.length} letters; at most ${limits.textLetters} can be kept.`,
};

/** The faults of one translation by code; none for words that are missing. */
export function faultsOfTranslation({ key, source, text }: Translated): TranslationFault[] {
  if (text.trim() === '') return [];
  const codes = new Set(wordProblems('', { [key]: text }).map(({ code }) => code));
  const known = !codes.has('unknown_placeholder');
  const found: Record<TranslationFault, boolean> = {
    html: codes.has('html'),
    unknown_placeholder: !known,
    lost_placeholder: known && holes(source).join() !== holes(text).join(),
    reserved_word: isOption(key) && isReserved(text),
    too_long: text.length > limits.textLetters,
  };
  return translationFaults.filter((code) => found[code]);
}

/** The same in sentences. */
export const faultSentences = (one: Translated): string[] =>
  faultsOfTranslation(one).map((code) => sentences[code](one));
