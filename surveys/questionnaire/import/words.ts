/** Words of a file as we can keep them: plain, in languages we speak, with nothing to fill in but what we know. */
import { isLanguage } from '../../language.ts';
import { limits } from '../../limits.ts';
import { placeholders } from '../words.ts';
import { called, isObject, type Told } from './left.ts';

export interface Reading {
  told: Told;
  /** Language of the words that stand under `default`. */
  source: string;
}

const tags = /<\/?[a-z!][^>]*>?/gi;
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of a piece of web page; paragraphs become lines. */
const withoutHtml = (text: string): string =>
  text
    .replace(/<(br|\/p|\/div|\/li|\/h\d)[^>]*>/gi, '\n')
    .replace(tags, '')
    .replace(
      /&(#?\w+);/g,
      (whole, name: string) => entities[name.toLowerCase()] ?? (name.startsWith('#') ? ' ' : whole),
    )
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim();

function plain(text: string, { told }: Reading, where: string): string {
  const subject = where === '' ? 'The questionnaire' : called(where);
  let words = withoutHtml(text);
  if (words !== text.trim() && tags.test(text)) {
    told.say('changed', where, `${subject} has web page code in its words. The words are kept, the code is not.`);
  }
  words = words.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    if (placeholders.some((known) => known === name)) return whole;
    told.say(
      'changed',
      where,
      `${subject} puts ${whole} into its words. Nothing can be filled in on paper: it reads “…” now.`,
    );
    return '…';
  });
  if (words.length <= limits.textLetters) return words;
  told.say('changed', where, `${subject} has more than ${limits.textLetters} letters of words. The rest is left out.`);
  return words.slice(0, limits.textLetters);
}

/** Takes words in one language or in several; gives those we can keep, undefined when there are none. */
export function readWords(
  value: unknown,
  reading: Reading,
  where: string,
): string | Record<string, string> | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : plain(value, reading, where);
  if (!isObject(value)) return undefined;
  const kept: Record<string, string> = {};
  for (const [code, text] of Object.entries(value)) {
    if (typeof text !== 'string' || text.trim() === '') continue;
    const language = code === 'default' ? reading.source : code;
    if (isLanguage(language)) kept[language === reading.source ? 'default' : language] = plain(text, reading, where);
    else reading.told.say('left_out', '', `Words in “${code}”: we cannot speak to residents in this language yet.`);
  }
  return Object.keys(kept).length > 0 ? kept : undefined;
}

/** Two texts as one, the first above the second, in every language that has either. */
export function joinedWords(
  first: string | Record<string, string> | undefined,
  second: string | Record<string, string> | undefined,
): string | Record<string, string> | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  if (typeof first === 'string' && typeof second === 'string') return `${first}\n${second}`;
  const [above, below] = [first, second].map((words) => (typeof words === 'string' ? { default: words } : words));
  const codes = [...new Set([...Object.keys(above ?? {}), ...Object.keys(below ?? {})])];
  const lines = (code: string) => [above?.[code], below?.[code]].filter((text) => text !== undefined).join('\n');
  return Object.fromEntries(codes.map((code) => [code, lines(code)]));
}
