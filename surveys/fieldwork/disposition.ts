/**
 * The outcome of an invitation, one word each, adding up to the sample.
 *
 * rank: how final it is. An outcome gives way only to one of a higher rank, so nothing that came late can undo an answer.
 * group: the six figures on a wave's page.
 */
const table = {
  not_sent: { rank: 0, group: 'no_answer', words: 'Nothing sent yet' },
  sent: { rank: 1, group: 'no_answer', words: 'Sent, no word yet' },
  unknown: { rank: 1, group: 'no_answer', words: 'May or may not have gone' },
  reached: { rank: 1, group: 'no_answer', words: 'Reached, no answer yet' },
  unreachable: { rank: 1, group: 'unreachable', words: 'Cannot reach' },
  no_answer: { rank: 1, group: 'no_answer', words: 'Did not answer' },
  blank: { rank: 2, group: 'refused', words: 'Came back blank' },
  part: { rank: 3, group: 'part', words: 'Answered in part' },
  refused: { rank: 4, group: 'refused', words: 'Said no' },
  moved: { rank: 5, group: 'gone', words: 'Moved' },
  died: { rank: 6, group: 'gone', words: 'Died' },
  complete: { rank: 7, group: 'complete', words: 'Answered' },
} as const;

export type Disposition = keyof typeof table;
export const dispositions = Object.keys(table) as Disposition[];
export type DispositionGroup = (typeof table)[Disposition]['group'];

/** The figures on a wave's page, in order, with their words. */
export const dispositionGroups: Record<DispositionGroup, string> = {
  complete: 'Answered',
  part: 'Part',
  refused: 'Said no',
  no_answer: 'No answer yet',
  unreachable: 'Cannot reach',
  gone: 'Moved or died',
};

export const dispositionWords = (disposition: Disposition): string => table[disposition].words;
export const dispositionGroup = (disposition: Disposition): DispositionGroup => table[disposition].group;

/** What the ledger knows of one invitation. */
export interface LedgerFacts {
  response: 'none' | 'part' | 'complete';
  refused: boolean;
  resident: 'current' | 'moved' | 'died';
  /** How many messages stand at each of these. */
  delivered: number;
  sent: number;
  unknown: number;
  failed: number;
  /** On their way: due, claimed, or a letter not yet posted. */
  pending: number;
  /** Something more is still planned. */
  more: boolean;
  waveClosed: boolean;
}

/** The outcome as the ledger stands. */
export function disposition(facts: LedgerFacts): Disposition {
  if (facts.response === 'complete') return 'complete';
  if (facts.resident !== 'current') return facts.resident;
  if (facts.refused) return 'refused';
  if (facts.response === 'part') return 'part';
  const tried = facts.delivered + facts.sent + facts.unknown;
  if (facts.waveClosed && tried > 0) return 'no_answer';
  if (facts.delivered > 0) return 'reached';
  if (facts.sent > 0) return 'sent';
  if (facts.unknown > 0) return 'unknown';
  const over = facts.pending === 0 && !facts.more;
  return over && (facts.failed > 0 || !facts.waveClosed) ? 'unreachable' : 'not_sent';
}

/** The outcome after `next` is learnt: it stands unless what we have is more final. */
export const forward = (now: Disposition, next: Disposition): Disposition =>
  table[next].rank >= table[now].rank ? next : now;

/** What one message by text or email makes of the outcome by itself; of any other news the whole ledger must be looked at. */
export const news = {
  accepted: { next: 'sent', yields: ['not_sent', 'unknown', 'unreachable'] },
  sent: { next: 'sent', yields: ['not_sent', 'unknown', 'unreachable'] },
  delivered: { next: 'reached', yields: ['not_sent', 'unknown', 'unreachable', 'sent'] },
} as const satisfies Record<string, { next: Disposition; yields: readonly Disposition[] }>;

/** The same once the wave is closed, whichever of these came. */
export const newsWhenClosed = {
  next: 'no_answer',
  yields: ['not_sent', 'unknown', 'unreachable', 'sent', 'reached'],
} as const satisfies { next: Disposition; yields: readonly Disposition[] };

/** The outcomes that give way to `next`. */
export const givingWayTo = (next: Disposition): Disposition[] =>
  dispositions.filter((each) => each !== next && forward(each, next) === next);

/** Counts by group, from counts by outcome; the sum is the sample. */
export function groupCounts(counts: Partial<Record<Disposition, number>>): Record<DispositionGroup, number> {
  const groups = Object.keys(dispositionGroups) as DispositionGroup[];
  const of = (group: DispositionGroup) =>
    dispositions.filter((each) => table[each].group === group).reduce((sum, each) => sum + (counts[each] ?? 0), 0);
  return Object.fromEntries(groups.map((group) => [group, of(group)])) as Record<DispositionGroup, number>;
}
