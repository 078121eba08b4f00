import type { Compiled, Texts } from '../types.ts';
import { placeOf } from './where.ts';

/** A version as far as its source words go. */
export interface Said {
  compiled: Pick<Compiled, 'questions'>;
  texts: Texts;
}

/** "question 7 changed", "questions 2 and 7 changed": what a translation of `before` does not say of `now`. Null when nothing did. */
export function changedSince(before: Texts, now: Said): string | null {
  const keys = Object.keys(now.texts).filter((key) => now.texts[key] !== before[key]);
  if (keys.length === 0) return null;
  const numbers = keys.map((key) => placeOf(key, now.compiled).question).filter((number) => number !== null);
  const all = [...new Set(numbers)].sort((a, b) => a - b);
  const last = all.at(-1);
  if (last === undefined) return 'the introduction changed';
  if (all.length === 1) return `question ${last} changed`;
  return `questions ${all.slice(0, -1).join(', ')} and ${last} changed`;
}
