/**
 * The code of an invitation: 12 digits, the last a check digit by Damm's quasigroup of order 10 (H. M. Damm, 2004),
 * which finds every single wrong digit and every pair of neighbours that changed places.
 */
const table = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

export const codeLength = 12;

const damm = (digits: string): number =>
  [...digits].reduce((interim, digit) => table[interim]?.[Number(digit)] ?? 0, 0);

/** A new code; `random` gives numbers from 0 up to 1 that nobody can guess. The first digit is never 0: spreadsheets drop it. */
export function newCode(random: () => number): string {
  const digit = (least: number) => least + Math.floor(random() * (10 - least));
  const body = [digit(1), ...Array.from({ length: codeLength - 2 }, () => digit(0))].join('');
  return `${body}${damm(body)}`;
}

/** Whether 12 ASCII digits end in the right check digit. */
export const isCode = (digits: string): boolean => /^\d{12}$/.test(digits) && damm(digits) === 0;

/** The code somebody typed, in any script's digits, spaces and dashes ignored; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const digits = asciiDigits(typed).replace(/[\s\p{Pd}.·_\u200e\u200f\u2066-\u2069]/gu, '');
  return isCode(digits) ? digits : null;
}

/** "4821 0937 5526". */
export const groupCode = (code: string): string => code.replace(/(\d{4})(?=\d)/g, '$1 ');

/** Every decimal digit of Unicode as 0 to 9; digits of a script stand in tens, zero first. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    let zero = point;
    while (zero > point - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((point - zero) % 10);
  });
}

const hidden = '•••• •••• ••••';

/** Twelve digits, in groups of four or not. */
const codeShape = /(?<!\d)\d{4}[ \u00a0]?\d{4}[ \u00a0]?\d{4}(?!\d)/g;

/** The end of a link to preferences, to unsubscribing or to a group's papers: 128 random bits. */
const linkTokens = /(\/[pugc]\/)[\w-]{16,}/g;

/** The words with these codes, and every personal link, hidden: a telephone number of 12 digits stays as it was written. */
export const hideTheseCodes = (words: string, codes: readonly string[]): string =>
  words
    .replace(linkTokens, '$1••••')
    .replace(codeShape, (found) => (codes.includes(found.replace(/\D/g, '')) ? hidden : found));

/** The words with every code and every personal link in them hidden, codes spaced or not: how they are kept and shown. */
export const hideCodes = (words: string): string => words.replace(linkTokens, '$1••••').replace(codeShape, hidden);

/** Words that were kept so, with the code in them again, to be sent. */
export const showCode = (words: string, code: string): string => words.replaceAll(hidden, code);
