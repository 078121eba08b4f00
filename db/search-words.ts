/** What somebody typed to find a resident, as the indexes are asked for it. */
export interface SearchWords {
  /** All words must be there, each as the start of one: a tsquery. */
  all: string;
  /** The same without the shortest words, which would touch too much of the index; they are looked for in what it gives. */
  indexed: string;
  /** Of these at least one must stand in the address, where a name and an address are looked for together: a tsquery. */
  address: string;
  /** The one word of a name, where only one was typed: names that start with it come first. */
  name: string | null;
  /** The one word of a reference, letters and figures only. */
  key: string | null;
  /** Whether an address may have these words: a telephone number it has not. */
  inHomes: boolean;
}

const signs = /[!-/:-@[-`{-~‘’“”–—]+/g;
const alike: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i' };

/** Lower case without accents: the same as `folded` of db/schema/search.ts. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[łøđı]/g, (letter) => alike[letter] ?? letter);

/** A number as people write it: "07700 900 123", "+44 (0)7700 900123", "00 44 ...". */
const numbers = /(?<![^\s(])(?:\+|0)(?:[\s().-]*\d){4,}(?![\p{L}\d])/gu;
/** Its figures in one word, from abroad without the signs before and the 0 within. */
const inOneWord = (number: string) => ` ${number.replace(/\D/g, '').replace(/^(?:00)?440?(?=[1-9])/, '44')} `;
/** A whole postcode with its space: then it is one word. */
const postcodes = /\b([a-z]{1,2}\d[a-z\d]?)\s+(\d[a-z]{2})\b/g;

/** Words as typed, closed up over signs. */
const parted = (text: string): string[] =>
  folded(text)
    .replace(numbers, inOneWord)
    .replace(postcodes, '$1$2')
    .split(/\s+/)
    .map((word) => word.replace(signs, ''))
    .filter((word) => word !== '')
    .slice(0, mostWords);

/** More words than a name and an address have. */
const mostWords = 12;

/** What half of all addresses have: looked for whole, because every word that starts so would be half the index. */
const kinds = new Set(
  'road street court close avenue lane drive way place house gardens crescent terrace grove park flat'.split(' '),
);
/** A house number, a postcode and the kind of a street are meant whole; anything else as the start of a word. */
const isHouse = (word: string) => /^\d{1,3}[a-z]?$/.test(word);
const isPostcode = (word: string) => /^[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}$/.test(word);
const isWhole = (word: string) => isHouse(word) || isPostcode(word) || kinds.has(word);
const lexeme = (word: string) => `'${word.replace(/['\\]/g, '')}'${isWhole(word) ? '' : ':*'}`;
const and = (words: readonly string[]) => words.map(lexeme).join(' & ');

/** Starts shorter than this are shared by too many words to be looked up. */
const longEnough = 4;
const lookedUp = (words: readonly string[]): readonly string[] => {
  const telling = words.filter((word) => isWhole(word) || word.length >= longEnough);
  return telling.length > 0 ? telling : words;
};

/** Reads what was typed; null when there is nothing to look for. */
export function searchWords(typed: string): SearchWords | null {
  const words = parted(typed);
  const [first] = words;
  if (first === undefined) return null;
  const long = lookedUp(words);
  const inAddress = words.filter((word) => isHouse(word) || isPostcode(word));
  const perhaps = words.filter((word) => word.length > 1 && !isWhole(word));
  const either = perhaps.length === 0 ? [] : [`(${perhaps.map(lexeme).join(' | ')})`];
  const alone = words.length === 1;
  return {
    all: and(words),
    indexed: and(long),
    address: [...inAddress.map(lexeme), ...either].join(' & ') || and(words),
    name: alone && /^\p{L}+$/u.test(first) ? first : null,
    key: alone && /\d/.test(first) ? first : null,
    inHomes: words.every((word) => !/\d{4}/.test(word)),
  };
}
