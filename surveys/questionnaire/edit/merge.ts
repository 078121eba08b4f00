/** Two drafts that were made from one, put together: what only one of them touched is taken, the rest is asked. */
import { canonicalJson } from '../hash.ts';
import type { SurveyJson } from '../schema.ts';
import { apartFrom } from './merge-apart.ts';
import { orderOf, woven } from './merge-order.ts';
import { joined, keysIn, type Part, type Parts, partsOf, sameItem, samePart, wholeId } from './parts.ts';

export type Side = 'mine' | 'theirs';
/** Which side is taken, by the id of what both touched. */
export type Picks = Readonly<Record<string, Side>>;
/** Id of the conflict that is about the order. */
export const orderId = 'order';

export interface Merge {
  survey: SurveyJson;
  /** What both touched, by part (`q.stairs`, `p.page2`, `whole`) or `order`; where nothing was picked, mine is taken. */
  conflicts: string[];
}

interface Three<T> {
  base: T;
  mine: T;
  theirs: T;
}

/** Words of both: each text as the one who changed it has it; null when both changed one of them to different words. */
function mergedTexts({ base, mine, theirs }: Three<Part>): Part['texts'] | null {
  const texts: Record<string, string> = {};
  for (const key of new Set([base, mine, theirs].flatMap((part) => Object.keys(part.texts)))) {
    const [was, ours, other] = [base.texts[key], mine.texts[key], theirs.texts[key]];
    if (ours !== other && ours !== was && other !== was) return null;
    const text = ours === was ? other : ours;
    if (text !== undefined) texts[key] = text;
  }
  return texts;
}

/** One part of both, or null when both touched the same of it. */
function mergedPart(three: Three<Part>, head: SurveyJson): Part | null {
  const { base, mine, theirs } = three;
  const texts = mergedTexts(three);
  const side = sameItem(mine, base) ? theirs : sameItem(theirs, base) || sameItem(mine, theirs) ? mine : null;
  if (texts === null || side === null) return null;
  const made = { item: side.item, texts };
  const places = keysIn(made, head);
  const placed = ([name]: [string, string]) => places.has(name.split(' ')[1] ?? '');
  const lost = Object.entries(texts).filter((one) => !placed(one));
  // Words that one wrote for an answer which the other removed have no place: that is for a person to say.
  if (lost.some(([name, text]) => base.texts[name] !== text)) return null;
  return { ...made, texts: Object.fromEntries(Object.entries(texts).filter(placed)) };
}

/** What becomes of one part: the part, undefined where it goes; `conflict` where both touched it. */
function settled(three: Three<Part | undefined>, head: SurveyJson): { part: Part | undefined } | 'conflict' {
  const { base, mine, theirs } = three;
  if (samePart(mine, theirs) || samePart(theirs, base)) return { part: mine };
  if (samePart(mine, base)) return { part: theirs };
  if (!base || !mine || !theirs) return 'conflict';
  const part = mergedPart({ base, mine, theirs }, head);
  return part ? { part } : 'conflict';
}

/** The language of a draft and whatever else stands beside its pages: of who changed it. */
function mergedHead({ base, mine, theirs }: Three<Parts>, pick: Side | undefined) {
  const [was, ours, other] = [base, mine, theirs].map(({ head }) => canonicalJson(head));
  const conflict = ours !== other && ours !== was && other !== was;
  const side = conflict ? (pick ?? 'mine') : ours === was ? 'theirs' : 'mine';
  return { head: side === 'mine' ? mine.head : theirs.head, conflict };
}

/**
 * Puts two drafts together. Takes the draft both began with, mine, theirs, and which side to take where both touched the
 * same. A question that both added under one id stays twice, mine under another. Nothing that either changed is lost
 * without being among the conflicts.
 */
export function merge(base: SurveyJson, mine: SurveyJson, theirs: SurveyJson, picks: Picks = {}): Merge {
  const apart = apartFrom(base, mine, theirs);
  const three = { base: partsOf(base), mine: partsOf(apart), theirs: partsOf(theirs) };
  const { head, conflict } = mergedHead(three, picks[wholeId]);
  const conflicts = new Set<string>(conflict ? [wholeId] : []);
  const parts = new Map<string, Part>();
  for (const id of new Set([three.base, three.mine, three.theirs].flatMap(({ parts: all }) => [...all.keys()]))) {
    const of = { base: three.base.parts.get(id), mine: three.mine.parts.get(id), theirs: three.theirs.parts.get(id) };
    const found = settled(of, head);
    if (found === 'conflict') conflicts.add(id);
    const part = found === 'conflict' ? of[picks[id] ?? 'mine'] : found.part;
    if (part) parts.set(id, part);
  }
  const orders = { base: three.base.order, mine: three.mine.order, theirs: three.theirs.order };
  const leads = orderOf(orders);
  if (leads === null) conflicts.add(orderId);
  const lead = leads ?? picks[orderId] ?? 'mine';
  const order = woven(orders[lead], orders[lead === 'mine' ? 'theirs' : 'mine']).filter((id) => parts.has(id));
  return { survey: joined({ head, order, parts }), conflicts: [...conflicts] };
}
