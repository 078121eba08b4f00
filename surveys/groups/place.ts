/** One piece of a comment: the words, and the agenda item they belong to (null: none that we can tell). */
export interface Part {
  item: number | null;
  words: string;
  /** False: a person looks at it in the tray. */
  sure: boolean;
}

export interface Item {
  number: number;
  title: string;
}

/** The word before a number, in the languages we write to residents in: "item 2", "eitem 2", "punkt 2". */
const itemWords = [
  'agenda item',
  'item',
  'point',
  'number',
  'no',
  'paper',
  'eitem',
  'pwynt',
  'rhif',
  'punkt',
  'pkt',
  'nr',
  'نمبر',
  'شق',
  'آئٹم',
];
const alternatives = itemWords.join('|');

/** A line that opens an item: "1. Our wall", "2) ...", "Item 3: ...", "re 3", "Re item 3 - ...". Groups: lead word, number, mark, words. */
const opening = new RegExp(
  `^\\s*[*>•-]?\\s*(?<lead>(?:re|ynglŷn â|dot)[.:]?\\s+)?(?<word>(?:${alternatives})\\.?\\s*#?\\s*)?#?(?<number>\\d{1,2})(?<mark>\\s*(?:[.):\\-–—]|\\s-)(?=\\s|$|\\D))?(?<rest>.*)$`,
  'iu',
);
/** "items 1 and 2", "1-3": about several; only a person can tell. */
const several = new RegExp(
  `^\\s*(?:re:?\\s+)?(?:${alternatives})?s?\\.?\\s*\\d{1,2}\\s*(?:,|&|and|to|a|i|oraz|اور|[-–])\\s*\\d{1,2}(?!\\d)`,
  'iu',
);
const mention = new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${alternatives})\\.?\\s*#?(\\d{1,2})(?!\\d)`, 'giu');
const greeting =
  /^\s*(dear|hello|hi|hiya|good (morning|afternoon|evening)|annwyl|helo|szanown\w+|dzień dobry|cześć|السلام علیکم|محترم)([^\p{L}].{0,40})?$/iu;

/**
 * Splits what a member wrote over the items of the agenda, by the numbers they put before their words.
 * Nothing is dropped: what stands before the first number and cannot be placed is a part of its own, a bare greeting goes with the first part.
 */
export function placeComment(text: string, items: readonly Item[]): Part[] {
  const sections = split(asciiDigits(text), text, items);
  const parts = sections.map(({ item, sure, lines }) => ({ item, sure, words: lines.join('\n').trim() }));
  const said = parts.filter(({ words }) => words !== '');
  return joinGreeting(said).map((part) => (part.item === null ? mentioned(part, items) : part));
}

interface Section {
  item: number | null;
  sure: boolean;
  lines: string[];
}

function split(plain: string, text: string, items: readonly Item[]): Section[] {
  const originals = text.split(/\r?\n/);
  const sections: Section[] = [{ item: null, sure: false, lines: [] }];
  plain.split(/\r?\n/).forEach((line, index) => {
    const original = originals[index] ?? line;
    const start = opens(line, original, items);
    if (start !== null) sections.push(start);
    else sections.at(-1)?.lines.push(original);
  });
  return sections;
}

function opens(line: string, original: string, items: readonly Item[]): Section | null {
  if (several.test(line)) return { item: null, sure: false, lines: [original] };
  const byTitle = items.find(({ title }) => startsWithTitle(line, title));
  if (byTitle !== undefined) return { item: byTitle.number, sure: true, lines: [afterTitle(original, byTitle.title)] };
  const { lead, word, number, mark, rest = '' } = opening.exec(line)?.groups ?? {};
  if (number === undefined) return null;
  const named = lead !== undefined || word !== undefined;
  if (!named && mark === undefined) return null;
  if (/^[\d\p{L}]/u.test(rest)) return null;
  const item = items.find((each) => each.number === Number(number));
  if (item === undefined) return named ? { item: null, sure: false, lines: [original] } : null;
  return {
    item: item.number,
    sure: true,
    lines: [withoutTitle(original.slice(line.length - rest.length), item.title)],
  };
}

const startsWithTitle = (line: string, title: string) =>
  title.length > 3 &&
  line.trim().toLowerCase().startsWith(title.toLowerCase()) &&
  /^\s*([:.\-–—]|$)/.test(line.trim().slice(title.length));

const afterTitle = (line: string, title: string) =>
  line
    .trim()
    .slice(title.length)
    .replace(/^\s*[:.\-–—]\s*/, '');

/** "1. Damp report: our wall" says the title again; what is left are the member's own words, unless nothing is. */
function withoutTitle(words: string, title: string): string {
  const own = words.trim().replace(/^[:.)\-–—]\s*/, '');
  return startsWithTitle(own, title) ? afterTitle(own, title) : own;
}

function joinGreeting(parts: Part[]): Part[] {
  const [first, second, ...rest] = parts;
  if (first === undefined || second === undefined || first.item !== null || !greeting.test(first.words)) return parts;
  return [{ ...second, words: `${first.words}\n${second.words}` }, ...rest];
}

/** Words with no number before them that speak of exactly one item: a likely place, for a person to say yes to. */
function mentioned(part: Part, items: readonly Item[]): Part {
  if (several.test(asciiDigits(part.words))) return part;
  const numbers = [...asciiDigits(part.words).matchAll(mention)].map(([, number]) => Number(number));
  const known = [...new Set(numbers)].filter((number) => items.some((item) => item.number === number));
  return known.length === 1 && new Set(numbers).size === 1 ? { ...part, item: known[0] ?? null } : part;
}

/** Arabic-Indic and Persian digits as 0 to 9, one letter for one letter. */
const asciiDigits = (text: string) => text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.charCodeAt(0) & 0xf) % 10));
