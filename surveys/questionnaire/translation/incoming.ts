/** A file that an agency gave back, text by text against the draft: what it would change, and what of it cannot be taken. */
import type { EditionStatus } from '../types.ts';
import { faultSentences } from './faults.ts';
import { type Standing, type StandingStatus, standings } from './types.ts';

/** One text of a file. */
export interface IncomingText {
  key: string;
  source: string;
  text: string;
  /** What its state in the file makes of it. Nothing that comes from outside is approved by coming. */
  status: Exclude<EditionStatus, 'approved'>;
  /** Whether somebody says so of words that are the same too: a file that nobody has worked on says nothing. */
  vouched: boolean;
}

/** What one text of a file would do. */
export interface IncomingChange {
  key: string;
  source: string;
  before: string;
  after: string;
  from: StandingStatus;
  to: StandingStatus;
  /** The source words in the file, where they are not those of the draft any more: the words arrive out of date. */
  was: string | null;
  /** It would take the place of words that a person approved. */
  overApproved: boolean;
}

export interface IncomingFault {
  key: string;
  sentence: string;
}

export interface Incoming {
  changes: IncomingChange[];
  faults: IncomingFault[];
  /** Texts that are already as the file has them. */
  same: number;
  /** Texts the file has no words for. */
  empty: number;
}

const above = (a: StandingStatus, b: StandingStatus): boolean => standings.indexOf(a) > standings.indexOf(b);

function twice(texts: readonly IncomingText[]): Set<string> {
  const seen = new Set<string>();
  return new Set(texts.map(({ key }) => key).filter((key) => seen.size === seen.add(key).size));
}

/** What it changes, or null when the draft has it already. A file never takes a status away from words that are the same. */
function changeOf(now: Standing, { source, text, status, vouched }: IncomingText): IncomingChange | null {
  const stale = source !== now.source;
  const to: StandingStatus = stale ? 'stale' : status;
  const words = text !== now.text;
  if (!words && (stale || !vouched || !above(to, now.status))) return null;
  return {
    key: now.key,
    source: now.source,
    before: now.text,
    after: text,
    from: now.status,
    to,
    was: stale ? source : null,
    overApproved: words && now.status === 'approved',
  };
}

/** Takes how the texts of a language stand and the texts of a file, trimmed. Gives what the file would change. */
export function readIncoming(now: readonly Standing[], texts: readonly IncomingText[]): Incoming {
  const known = new Map(now.map((one) => [one.key, one]));
  const doubled = twice(texts);
  const incoming: Incoming = { changes: [], faults: [], same: 0, empty: 0 };
  const say = (key: string, sentence: string) => incoming.faults.push({ key, sentence });
  for (const key of doubled) say(key, 'This stands in the file more than once. Leave the one that is right.');
  for (const one of texts.filter(({ key }) => !doubled.has(key))) {
    const held = known.get(one.key);
    if (!held) {
      if (one.text !== '') say(one.key, 'There are no such words in this questionnaire now.');
    } else if (one.text === '') incoming.empty += 1;
    else {
      const faults = faultSentences({ key: one.key, source: one.source, text: one.text });
      const change = faults.length > 0 ? null : changeOf(held, one);
      for (const sentence of faults) say(one.key, sentence);
      if (change) incoming.changes.push(change);
      else if (faults.length === 0) incoming.same += 1;
    }
  }
  return incoming;
}
