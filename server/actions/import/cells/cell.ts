/** What a cell was read as, with how where it was not plain; or why it cannot be used, in words that follow the name of its column. */
export type Cell = { value: string; how?: string } | { fault: string } | { blank: true };
export type Reader = (text: string) => Cell;

export const value = (text: string, how?: string): Cell => (how === undefined ? { value: text } : { value: text, how });
export const fault = (words: string): Cell => ({ fault: words });
export const blank: Cell = { blank: true };

/** What systems and people write where they know nothing. */
const nothing =
  /^(?:-+|\.+|n\/?a|#n\/a|none|nil|null|not known|unknown|not applicable|tbc|not given|not held|no data)$/i;
export const saysNothing = (text: string): boolean => nothing.test(text);

const maxLetters = 200;
/** A spreadsheet runs what starts with one of these; a name or an address never does. */
const formula = /^[=@+\-\t\r]/;

/** Plain words. */
export const words: Reader = (text) => {
  if (formula.test(text)) return fault(`"${text.slice(0, 20)}" starts like a formula. Take the first sign away.`);
  return text.length > maxLetters ? fault(`has ${text.length} letters. We can keep ${maxLetters}.`) : value(text);
};

/** Words that mean one of our codes; any other word is refused with the ones we know. */
export function choice(known: Readonly<Record<string, string>>): Reader {
  const shown = [...new Set(Object.values(known))].join(', ').replaceAll('_', ' ');
  return (text) => {
    const key = text.toLowerCase().replace(/\s+/g, ' ').trim();
    const code = Object.hasOwn(known, key) ? known[key] : undefined;
    return code === undefined ? fault(`"${text}" is not one we know. Use ${shown}.`) : value(code);
  };
}

/** Words as a code: "General needs" and "general_needs" are one. */
export const coded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
