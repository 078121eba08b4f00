/** From a draft and what was said of its translations to how each text stands. */
import type { EditionStatus, Texts } from '../types.ts';
import {
  type Bank,
  type Counts,
  type Deed,
  type Mark,
  type Standing,
  type StandingStatus,
  standings,
} from './types.ts';

/** Words of the source language and of the other, as the draft has them. */
export interface Pair {
  source: Texts;
  target: Texts;
}

type Found = Pick<Mark, 'back' | 'made' | 'checked' | 'approved'> & { status: StandingStatus; was: string | null };

const unmarked: Pick<Mark, 'back' | 'made' | 'checked' | 'approved'> = {
  back: '',
  made: null,
  checked: null,
  approved: null,
};

function foundOf(mark: Mark, source: string): Found {
  const { back, made, checked, approved } = mark;
  const holds = mark.source === source;
  return { back, made, checked, approved, status: holds ? mark.status : 'stale', was: holds ? null : mark.source };
}

/** The mark of a question that was renamed: its key is in the draft no more, its words and source words are. */
const renamed = (marks: readonly Mark[], source: Texts, key: string, text: string): Mark | undefined =>
  marks.find((mark) => !(mark.key in source) && mark.text === text && mark.source === source[key]);

/**
 * Takes the words of both languages as the draft has them, the marks of the language and the bank. Gives how every
 * text of the source stands, in the order of the source. Words that no mark is about are the bank's own, or a draft.
 */
export function standingsOf({ source, target }: Pair, marks: readonly Mark[], bank: Bank): Standing[] {
  const byKey = new Map(marks.map((mark) => [mark.key, mark]));
  return Object.entries(source)
    .filter(([, words]) => words.trim() !== '')
    .map(([key, words]): Standing => {
      const text = (target[key] ?? '').trim();
      if (text === '') return { ...unmarked, key, source: words, text, status: 'missing', was: null, fromBank: false };
      const offered = bank.get(words);
      const fromBank = offered?.text === text;
      const own = byKey.get(key);
      const mark = own?.text === text ? own : renamed(marks, source, key, text);
      const ofBank: StandingStatus = offered?.approved ? 'approved' : 'machine';
      const plain: Found = { ...unmarked, status: fromBank ? ofBank : 'draft', was: null };
      const found = mark ? foundOf(mark, words) : plain;
      return { key, source: words, text, ...found, fromBank };
    });
}

/** How many texts stand in each way. */
export function countStandings(all: readonly Pick<Standing, 'status'>[]): Counts {
  const counts = Object.fromEntries(standings.map((status) => [status, 0])) as Counts;
  for (const { status } of all) counts[status] += 1;
  return counts;
}

const latest = (deeds: readonly (Deed | null)[]): Deed | null =>
  deeds.reduce((last, deed) => (deed !== null && (last === null || deed.at >= last.at) ? deed : last), null);

/** How a language as a whole stands: as the least of its texts, and approved by whoever approved the last of them. */
export function editionOf(all: readonly Standing[]): { status: EditionStatus; approved: Deed | null } {
  const has = new Set(all.map(({ status }) => status));
  if (all.length === 0 || has.has('missing') || has.has('stale')) return { status: 'draft', approved: null };
  const least = (['draft', 'machine', 'checked'] as const).find((status) => has.has(status));
  if (least) return { status: least, approved: null };
  return { status: 'approved', approved: latest(all.map(({ approved }) => approved)) };
}
