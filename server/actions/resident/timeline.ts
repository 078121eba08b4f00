import type { Db } from '../../../db/connect.ts';
import {
  answersOf,
  callsWith,
  changesOf,
  commentsBy,
  deliveriesTo,
  framesOf,
  inboundFrom,
  membershipsOf,
  receiptsOf,
  type Slice,
} from '../../../db/queries/timeline.ts';
import { hideCodes } from '../../../surveys/fieldwork/code.ts';
import type { EntryKind } from '../../../surveys/fieldwork/timeline.ts';
import { type TimelineEntry, tell } from './timeline-sentences.ts';

const sources: Record<EntryKind, (db: Db, slice: Slice) => Promise<TimelineEntry[]>> = {
  delivery: async (db, slice) => (await deliveriesTo(db, slice)).map(tell.delivery),
  receipt: async (db, slice) => (await receiptsOf(db, slice)).map(tell.receipt),
  inbound: async (db, slice) => (await inboundFrom(db, slice)).map(tell.inbound),
  frame: async (db, slice) => (await framesOf(db, slice)).map(tell.frame),
  answer: async (db, slice) => (await answersOf(db, slice)).map(tell.answer),
  change: async (db, slice) => (await changesOf(db, slice)).map(tell.change),
  group: async (db, slice) => (await membershipsOf(db, slice)).map(tell.membership),
  comment: async (db, slice) => (await commentsBy(db, slice)).map(tell.comment),
  call: async (db, slice) => (await callsWith(db, slice)).map(tell.call),
};

/** What opens pages of theirs is shown to nobody else: people quote our links back to us. */
const hidden = (entry: TimelineEntry): TimelineEntry => ({
  ...entry,
  words: entry.words && hideCodes(entry.words),
  subject: entry.subject && hideCodes(entry.subject),
});

const newestFirst = (a: TimelineEntry, b: TimelineEntry) =>
  b.at.getTime() - a.at.getTime() || (a.key < b.key ? 1 : a.key > b.key ? -1 : 0);

/**
 * What happened between one resident and us, newest first: as many entries as the slice's limit, of one kind where one is chosen.
 * Answers to surveys are not shown: only that there was one, and who typed it in.
 */
export async function timelineOf(db: Db, kind: EntryKind | null, slice: Slice): Promise<TimelineEntry[]> {
  const chosen = kind === null ? Object.values(sources) : [sources[kind]];
  const entries = await Promise.all(chosen.map((source) => source(db, slice)));
  return entries.flat().map(hidden).toSorted(newestFirst).slice(0, slice.limit);
}
