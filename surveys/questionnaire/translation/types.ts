/**
 * How a translation stands.
 *
 * mark: what a person (or the bank) said of one translation: the source words it was made from, the words, and who and when.
 * standing: how one text stands now. A mark holds only while the draft still has both its words and its source words.
 */
import type { EditionStatus } from '../types.ts';

/** From the least to do with to what is done. `stale`: the source words have changed since. */
export const standings = ['missing', 'stale', 'machine', 'draft', 'checked', 'approved'] as const;
export type StandingStatus = (typeof standings)[number];

/** Who did something, and when. */
export interface Deed {
  by: string;
  at: Date;
}

export interface Mark {
  key: string;
  /** The words it was made from. */
  source: string;
  text: string;
  status: EditionStatus;
  /** What the words say when they are put back into the source language; empty when nobody has. */
  back: string;
  made: Deed | null;
  checked: Deed | null;
  approved: Deed | null;
}

export interface Standing {
  key: string;
  /** The source words now. */
  source: string;
  /** The words now; empty when there are none. */
  text: string;
  status: StandingStatus;
  /** The source words the translation was made from, where they have changed since. */
  was: string | null;
  back: string;
  made: Deed | null;
  checked: Deed | null;
  approved: Deed | null;
  /** The words are those of the bank. */
  fromBank: boolean;
}

/** Words of the bank by their source words, and whether a person has approved them. */
export type Bank = ReadonlyMap<string, { text: string; approved: boolean }>;
export type Counts = Record<StandingStatus, number>;
