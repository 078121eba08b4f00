import { isForwardMark, isFromLabel, isHeaderLabel, isIntro, isOriginalMark, replyMarkers } from './reply-words.ts';
import { splitSignature } from './signature.ts';

/** A reply with its history cut away. Every line of the mail is in one of the two. */
export interface StrippedReply {
  /** What the person wrote. */
  words: string;
  /** Quoted history and signature, kept so that a wrong cut can be undone. */
  cut: string;
  /** The words came, in part, from a mail passed on: someone may write for someone else. */
  forwarded: boolean;
}

/** Mails passed on within mails passed on: read three deep. */
const MAX_FORWARDS = 3;
/** A line over a quote is broken over three lines at most. */
const INTRO_LINES = 3;
/** So many quoted lines together are a quote even when no line we know stands over them. */
const QUOTE_RUN = 3;

interface Split {
  kept: string[];
  cut: string[];
}

/** Cuts the quoted history away from the text of a reply. Time grows with its length only. */
export function stripReply(text: string): StrippedReply {
  const { kept, cut, forwarded } = strip(text.replace(/\r\n?/g, '\n').split('\n'), MAX_FORWARDS);
  return { words: joined(kept), cut: joined(cut), forwarded };
}

const joined = (lines: readonly string[]) =>
  lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

function strip(lines: string[], depth: number): Split & { forwarded: boolean } {
  const marker = lines.findIndex((line) => !isQuoted(line) && isMarker(line));
  const [above, below] = marker < 0 ? [lines, []] : [lines.slice(0, marker), lines.slice(marker)];
  const passed = depth > 0 ? above.findIndex((line) => isForwardMark(bare(line))) : -1;
  if (passed >= 0) return withForwarded(above.slice(0, passed), above.slice(passed), below, depth);
  const { kept, cut } = cutQuotes(above);
  const { words, signature } = splitSignature(kept);
  return { kept: words, cut: [...signature, ...cut, ...below], forwarded: false };
}

/** A mail passed on holds words of its own: what stands over it, and then what stands in it. */
function withForwarded(
  over: string[],
  passed: string[],
  below: string[],
  depth: number,
): Split & { forwarded: boolean } {
  const first = strip(over, 0);
  let head = 1;
  while (head < passed.length && (bare(passed[head]) === '' || isHeaderLine(passed[head]))) head += 1;
  const second = strip(passed.slice(head), depth - 1);
  return {
    kept: [...first.kept, '', ...second.kept],
    cut: [...first.cut, ...passed.slice(0, head), ...second.cut, ...below],
    forwarded: true,
  };
}

/** A line as it is compared: no direction marks, no stars of bold, plain spaces. */
const bare = (line = ''): string =>
  line.length > 2_000
    ? line
    : line
        .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff*]/g, '')
        .replace(/\s+/g, ' ')
        .trim();

const isQuoted = (line = ''): boolean => /^\s{0,3}>/.test(line);
const isHeaderLine = (line = ''): boolean => isHeaderLabel(bare(line));

const letters = (text: string) => text.replace(/[^\p{L}\p{M}]/gu, '').toLowerCase();
const markers = new Set(Object.values(replyMarkers).map(letters));
const isMarker = (line: string): boolean => line.length < 200 && markers.has(letters(line));

/** Walks the lines once, keeping what is not quoted. */
function cutQuotes(lines: readonly string[]): Split {
  const result: Split = { kept: [], cut: [] };
  let inQuote = false;
  for (let at = 0; at < lines.length; ) {
    const head = headAt(lines, at);
    if (head > 0 && !isQuoted(lines[nextWritten(lines, at + head)])) {
      append(result.cut, lines, at, lines.length);
      return result;
    }
    const quote = head > 0 || isQuoted(lines[at]) ? head + quoteRun(lines, at + head) : 0;
    inQuote ||= head > 0 || quote >= QUOTE_RUN;
    const end = at + Math.max(quote, 1);
    append(inQuote && quote > 0 ? result.cut : result.kept, lines, at, end);
    at = end;
  }
  return result;
}

function append(to: string[], lines: readonly string[], from: number, end: number): void {
  for (let at = from; at < end; at += 1) to.push(lines[at] ?? '');
}

/** Lines at a place that stand over a quote: an intro of one to three lines, a separator, a block of headers; 0 when none do. */
function headAt(lines: readonly string[], at: number): number {
  const first = bare(lines[at]);
  if (first === '' || isQuoted(lines[at])) return 0;
  if (isOriginalMark(first)) return 1;
  if (/^_{5,}$/.test(first)) return headersAt(lines, at + 1) ? 1 : 0;
  return headersAt(lines, at) ? 1 : introLength(lines, at, first);
}

function introLength(lines: readonly string[], at: number, first: string): number {
  let line = first;
  for (let length = 1; length <= INTRO_LINES; length += 1) {
    if (isIntro(line)) return length;
    const next = bare(lines[at + length]);
    if (next === '' || isQuoted(lines[at + length])) return 0;
    line = `${line} ${next}`;
  }
  return 0;
}

/** Outlook's block: a sender and at least two more labels within the next six written lines. */
function headersAt(lines: readonly string[], at: number): boolean {
  const start = nextWritten(lines, at);
  if (start > at + 1 || !isFromLabel(bare(lines[start]))) return false;
  return lines.slice(start + 1, start + 7).filter(isHeaderLine).length >= 2;
}

function nextWritten(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && bare(lines[at]) === '') at += 1;
  return at;
}

/** Length of the quoted lines at a place, blank ones between them counted in. */
function quoteRun(lines: readonly string[], from: number): number {
  let end = from;
  for (let at = nextWritten(lines, from); at < lines.length && isQuoted(lines[at]); at = nextWritten(lines, at + 1))
    end = at + 1;
  return end - from;
}
