import { isClosing, isDeviceLine } from './reply-words.ts';

/** Lines a signature may have, under `-- ` and under "Kind regards". */
const MAX_SIGNATURE_LINES = 15;
const MAX_CLOSING_LINES = 5;
const MAX_NAME_WORDS = 6;

/** Takes the signature off the end of what a person wrote; both halves are kept. Words that are all closing stay words. */
export function splitSignature(lines: readonly string[]): { words: string[]; signature: string[] } {
  const at = signatureStart(lines);
  const words = lines.slice(0, at);
  const isEmpty = words.every((line) => line.trim() === '');
  return isEmpty && !isDeviceLine(lines[at]?.trim() ?? '')
    ? { words: [...lines], signature: [] }
    : { words, signature: lines.slice(at) };
}

function signatureStart(lines: readonly string[]): number {
  const delimiter = lines.findLastIndex((line) => /^(?:-- ?|—)$/.test(line));
  const end = delimiter >= 0 && written(lines, delimiter).length <= MAX_SIGNATURE_LINES ? delimiter : lines.length;
  const above = withoutDevice(lines.slice(0, end));
  return closingStart(lines, above);
}

/** The line on which "Sent from my phone" stands, when nothing is written under it. */
function withoutDevice(lines: readonly string[]): number {
  let end = lines.length;
  for (let at = end - 1; at >= 0; at -= 1) {
    const line = lines[at]?.trim() ?? '';
    if (isDeviceLine(line)) end = at;
    else if (line !== '') break;
  }
  return end;
}

/** The line of "Kind regards" when only a name and the like stand under it. */
function closingStart(lines: readonly string[], end: number): number {
  const last = lines.slice(0, end).findLastIndex((line) => isClosing(line.trim()));
  if (last < 0) return end;
  const under = written(lines.slice(0, end), last);
  return under.length <= MAX_CLOSING_LINES && under.every(isNameLike) ? last : end;
}

const written = (lines: readonly string[], from: number) => lines.slice(from + 1).filter((line) => line.trim() !== '');

/** A name, a number or an address, not a sentence: "PS the lift is broken" is words. */
function isNameLike(line: string): boolean {
  const text = line.trim();
  if (/^p\.? ?s\.?\b/i.test(text) || /[.?!۔؟]$/.test(text)) return false;
  return /[@\d]/.test(text) || text.split(/\s+/).length <= MAX_NAME_WORDS;
}
