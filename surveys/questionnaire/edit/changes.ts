/** What differs between two drafts, for a person to read. */
import { canonicalJson } from '../hash.ts';
import type { SurveyJson } from '../schema.ts';
import { orderId } from './merge.ts';
import { type Part, type Parts, partsOf, sameItem, samePart } from './parts.ts';

export interface WordChange {
  language: string;
  key: string;
  /** Empty where there was, or is, nothing. */
  from: string;
  to: string;
}

export interface Change {
  /** `q.stairs`, `p.page2`, `whole` or `order`. */
  id: string;
  what: 'added' | 'removed' | 'changed' | 'moved';
  /** The words that differ; of what was added or removed all of them. */
  words: WordChange[];
  /** True when more than words differs: the kind, the answers, the branch. */
  more: boolean;
}

function wordChanges(before: Part | undefined, after: Part | undefined): WordChange[] {
  const names = [...new Set([before, after].flatMap((part) => Object.keys(part?.texts ?? {})))];
  return names
    .map((name) => {
      const [language = '', key = ''] = name.split(' ');
      return { language, key, from: before?.texts[name] ?? '', to: after?.texts[name] ?? '' };
    })
    .filter(({ from, to }) => from !== to);
}

function changeOf(id: string, before: Parts, after: Parts): Change[] {
  const [was, now] = [before.parts.get(id), after.parts.get(id)];
  if (samePart(was, now)) return [];
  const what = was === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
  return [{ id, what, words: wordChanges(was, now), more: what === 'changed' && !sameItem(was, now) }];
}

/** True when what both drafts have stands in another order. */
function isMoved({ order: was }: Parts, { order: now }: Parts): boolean {
  const common = (list: readonly string[], other: readonly string[]) => list.filter((id) => other.includes(id));
  return canonicalJson(common(was, now)) !== canonicalJson(common(now, was));
}

/** Every difference, in the order of the later draft, what was removed last. */
export function changesBetween(before: SurveyJson, after: SurveyJson): Change[] {
  const [was, now] = [partsOf(before), partsOf(after)];
  const ids = [...new Set([...now.parts.keys(), ...was.parts.keys()])];
  const moved: Change[] = isMoved(was, now) ? [{ id: orderId, what: 'moved', words: [], more: false }] : [];
  return [...ids.flatMap((id) => changeOf(id, was, now)), ...moved];
}
