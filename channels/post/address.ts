/** Fewest and most lines the post takes, and most the window of our envelope shows at 12 point. */
export const ADDRESS_LINES = { least: 3, most: 7, inWindow: 5 } as const;
/** Letters of one line that 95.4 mm holds at 12 point. */
export const ADDRESS_LINE_LETTERS = 45;

/** An address that can be posted, or one plain sentence on why not. */
export type PostalAddress = { lines: readonly string[] } | { fault: string };

/**
 * Takes the lines of a UK address as held; gives them ready to print, postcode normalised.
 * Rules of GOV.UK Notify (3 to 7 lines, the last a postcode, starting characters refused, no fixed abode refused, BFPO allowed).
 */
export function postalAddress(held: readonly string[]): PostalAddress {
  const given = held.map((line) => line.normalize('NFC').replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
  const lines = given.filter(
    (line, i) => i < given.length - 1 || !/^(united kingdom|uk|england|wales|scotland)$/i.test(line),
  );
  const fault = faults.find(({ applies }) => applies(lines));
  return fault ? { fault: fault.sentence(lines) } : { lines: [...lines.slice(0, -1), normalised(lastOf(lines))] };
}

/** A postcode in capitals with the space before its last three characters, or null when it is not one. */
export function postcodeOf(text: string): string | null {
  const postcode = normalised(text);
  return ukPostcode.test(postcode) || bfpo.test(postcode) ? postcode : null;
}

/** The lines as the window shows them: with more than five, neighbours between the name and the postcode share a line. */
export function windowLines(lines: readonly string[]): readonly string[] {
  if (lines.length <= ADDRESS_LINES.inWindow) return lines;
  const middle = lines.map((_, i) => i).slice(1, -2);
  const length = (i: number) => (lines[i] ?? '').length + (lines[i + 1] ?? '').length;
  const at = middle.reduce((best, i) => (length(i) < length(best) ? i : best));
  return windowLines([...lines.slice(0, at), `${lines[at]}, ${lines[at + 1]}`, ...lines.slice(at + 2)]);
}

// Outward code, space, inward code; the letters no inward code has are left out (C I K M O V).
const ukPostcode = /^(?:[A-Z]{1,2}\d[A-Z\d]?|GIR) \d[ABD-HJLNP-UW-Z]{2}$/;
const bfpo = /^BFPO \d{1,4}$/;
const noFixedAbode = /^(?:nfa|n\.f\.a\.?|no fixed (?:abode|address))$/i;
const refusedStart = /^[@()=[\]"\\/,<>~]/;

const faults: readonly {
  applies: (lines: readonly string[]) => boolean;
  sentence: (lines: readonly string[]) => string;
}[] = [
  {
    applies: (lines) => lines.some((line) => noFixedAbode.test(line)),
    sentence: () => 'The address says no fixed abode, so a letter cannot reach it.',
  },
  {
    applies: (lines) => lines.length < ADDRESS_LINES.least,
    sentence: (lines) => `The address has ${lines.length} lines. The post needs at least ${ADDRESS_LINES.least}.`,
  },
  {
    applies: (lines) => lines.length > ADDRESS_LINES.most,
    sentence: (lines) => `The address has ${lines.length} lines. The post takes at most ${ADDRESS_LINES.most}.`,
  },
  {
    applies: (lines) => postcodeOf(lastOf(lines)) === null,
    sentence: () => 'The last line of the address is not a UK postcode.',
  },
  {
    applies: (lines) => lines.some((line) => refusedStart.test(line)),
    sentence: (lines) =>
      `${lineNumber(lines, (line) => refusedStart.test(line))} starts with a sign the post does not take.`,
  },
  {
    applies: (lines) => lines.some((line) => line.length > ADDRESS_LINE_LETTERS),
    sentence: (lines) =>
      `${lineNumber(lines, (line) => line.length > ADDRESS_LINE_LETTERS)} is longer than ${ADDRESS_LINE_LETTERS} letters.`,
  },
];

function lineNumber(lines: readonly string[], test: (line: string) => boolean): string {
  return `Line ${lines.findIndex(test) + 1} of the address`;
}

function lastOf(lines: readonly string[]): string {
  return lines.at(-1) ?? '';
}

function normalised(text: string): string {
  const letters = text.toUpperCase().replace(/[\s-]/g, '');
  const forces = /^BFPO(?:C\/O)?(\d+)$/.exec(letters);
  return forces ? `BFPO ${forces[1]}` : `${letters.slice(0, -3)} ${letters.slice(-3)}`;
}
