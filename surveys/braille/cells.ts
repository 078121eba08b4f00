/** Braille cells: six dots, written as the numbers of the dots that stand up, and as one character of a BRF file. */

/** North American ASCII braille, as every embosser reads it: the character of each cell, by the sum of its dots. */
const ascii = ` A1B'K2L@CIF/MSP"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=`;
const values = [1, 2, 4, 8, 16, 32];

/** "45 126" (dots of each cell) as ASCII braille. */
export const cells = (dots: string): string =>
  dots
    .split(' ')
    .map((cell) => ascii[[...cell].reduce((sum, dot) => sum + (values[Number(dot) - 1] ?? 0), 0)] ?? ' ')
    .join('');

/** ASCII braille as the dots themselves (Unicode braille patterns), to be looked at. */
export const dotsOf = (brf: string): string =>
  [...brf].map((letter) => String.fromCodePoint(0x2800 + Math.max(0, ascii.indexOf(letter)))).join('');

const letterDots =
  '1 12 14 145 15 124 1245 125 24 245 13 123 134 1345 135 1234 12345 1235 234 2345 136 1236 2456 1346 13456 1356';

/** Cells of a to z. */
export const letters: Readonly<Record<string, string>> = Object.fromEntries(
  letterDots.split(' ').map((dots, place) => [String.fromCharCode(97 + place), cells(dots)]),
);
/** Digits are the letters a to j. */
export const digits: Readonly<Record<string, string>> = Object.fromEntries(
  [...'1234567890'].map((digit, place) => [digit, letters[String.fromCharCode(97 + place)] ?? '']),
);

/** Indicators of the Rules of Unified English Braille, second edition: sections 5, 6 and 8. */
export const indicators = {
  number: cells('3456'),
  /** A space within a number (6.6). */
  numericSpace: cells('5'),
  grade1: cells('56'),
  capital: cells('6'),
  capitalWord: cells('6 6'),
  capitalPassage: cells('6 6 6'),
  capitalEnd: cells('6 3'),
  /** What does not fit on a line goes on in the next (10.13): a dot 5 at its end. */
  continuation: cells('5'),
} as const;

/** Punctuation and signs (sections 3, 7 and 11), by the character they stand for. */
const dotsOfSigns: Readonly<Record<string, string>> = {
  ',': '2',
  ';': '23',
  ':': '25',
  '.': '256',
  '!': '235',
  '?': '236',
  '-': '36',
  '–': '6 36',
  '—': '6 36',
  "'": '3',
  '’': '3',
  '…': '256 256 256',
  '(': '5 126',
  ')': '5 345',
  '[': '46 126',
  ']': '46 345',
  '{': '456 126',
  '}': '456 345',
  '/': '456 34',
  '\\': '456 16',
  '&': '4 12346',
  '@': '4 1',
  '£': '4 123',
  $: '4 234',
  '€': '4 15',
  '%': '46 356',
  '°': '45 245',
  '§': '45 234',
  '©': '45 14',
  '®': '45 1235',
  '™': '45 2345',
  '#': '456 1456',
  '*': '5 35',
  '+': '5 235',
  '−': '5 36',
  '×': '5 236',
  '÷': '5 34',
  '=': '5 2356',
  '<': '4 126',
  '>': '4 345',
  '~': '4 35',
  '^': '4 26',
  _: '46 36',
  '|': '456 1256',
  '•': '456 256',
};
export const signs: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(dotsOfSigns).map(([sign, dots]) => [sign, cells(dots)]),
);

/** Quotation marks (7.6): the outer ones are one cell, single ones two. */
export const quotes = {
  open: cells('236'),
  close: cells('356'),
  openSingle: cells('6 236'),
  closeSingle: cells('6 356'),
} as const;

/** Accents (4.2), put before the letter they stand on, by the combining character of Unicode. */
export const accents: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    '\u0300': '45 16',
    '\u0301': '45 34',
    '\u0302': '45 146',
    '\u0303': '45 12456',
    '\u0304': '4 36',
    '\u0306': '4 346',
    '\u0308': '45 25',
    '\u030A': '45 1246',
    '\u030C': '45 346',
    '\u0327': '45 12346',
  }).map(([accent, dots]) => [accent, cells(dots)]),
);
