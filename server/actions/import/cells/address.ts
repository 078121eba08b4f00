import { postalAddress, postcodeOf } from '../../../../channels/post/address.ts';

/** An address as we keep it; or why it cannot be posted. */
export type Address = { lines: string[]; postcode: string | null } | { fault: string };

const tidy = (line: string) => line.replace(/\s+/g, ' ').trim();
const postcodeAtEnd = /^(.*?)[\s,]*\b([A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}|BFPO\s*\d{1,4})$/i;

/** "12 Elm Court, Oxford" in one cell is two lines; a number alone belongs to the street behind it. */
function split(cells: readonly (string | undefined)[]): string[] {
  const parts = cells.flatMap((cell) => (cell ?? '').split(/[,\n]/)).map(tidy);
  const lines: string[] = [];
  for (const part of parts) {
    if (part === '') continue;
    const before = lines.at(-1);
    if (
      before !== undefined &&
      /^(?:flat |apartment |unit )?\d+[a-z]?$/i.test(before) &&
      !/^\d/.test(part) &&
      !/^flat/i.test(before)
    )
      lines[lines.length - 1] = `${before} ${part}`;
    else if (part.toLowerCase() !== before?.toLowerCase()) lines.push(part);
  }
  return lines;
}

/** Takes the postcode off the end of the last line, where the file has no column for it. */
function withoutPostcode(lines: readonly string[]): { lines: string[]; postcode: string | null } {
  const [, rest = '', code = ''] = postcodeAtEnd.exec(lines.at(-1) ?? '') ?? [];
  const postcode = code === '' ? null : postcodeOf(code);
  if (postcode === null) return { lines: [...lines], postcode: null };
  return { lines: [...lines.slice(0, -1), ...(tidy(rest) === '' ? [] : [tidy(rest)])], postcode };
}

/** The name that stands above an address counts as a line of it. */
const someone = 'The resident';

/** Cells of an address, and its postcode where it has a cell of its own, by the rules of the post. Null when they say nothing. */
export function readAddress(cells: readonly (string | undefined)[], given: string | undefined): Address | null {
  const { lines, postcode } = withoutPostcode(split(cells));
  if (lines.length === 0) return null;
  const code = given ?? postcode;
  // Without a postcode in the file the one we hold stands: the lines are judged with any real one.
  const judged = postalAddress([someone, ...lines, code ?? 'SW1A 1AA']);
  return 'fault' in judged ? judged : { lines, postcode: code };
}
