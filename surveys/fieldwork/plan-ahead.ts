import { plusDays } from './dates.ts';
import { type Opening, type Rhythm, rhythms } from './recurrence.ts';

/** A wave to come is planned so many days before it opens: time to read it over, translate what changed and ask for an approval. */
export const planAheadDays = 14;

interface Standing {
  today: string;
  /** The newest opening that was planned so; what was thrown away since is not planned again. */
  plannedFor: string | null;
  /** One planned so stands there still, not launched: another is not heaped on it. */
  waiting: boolean;
}

/**
 * The openings, which come in order, that no wave of the campaign has taken by the day it opens: a little sooner than it was meant to, or on any day until
 * the next opening is as near.
 */
export function notTaken(found: readonly Opening[], taken: readonly string[], every: Rhythm): Opening[] {
  const from = ({ meantFor }: Opening) => plusDays(meantFor, -rhythms[every].sooner);
  return found.filter((opening, index) => {
    const next = found[index + 1];
    return !taken.some((day) => day >= from(opening) && (next === undefined || day < from(next)));
  });
}

/** Which of the openings that no wave has taken is to be planned now; null is none. They come in order. */
export function openingToPlan(free: readonly Opening[], { today, plannedFor, waiting }: Standing): Opening | null {
  if (waiting) return null;
  const until = plusDays(today, planAheadDays);
  const next = free.find(({ meantFor }) => plannedFor === null || meantFor > plannedFor);
  return next && next.opensOn <= until ? next : null;
}
