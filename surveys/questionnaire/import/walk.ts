/** Pages and boxes of questions as one list, each question with the conditions of what it stands in. */
import { isObject, type Json, listOf } from './left.ts';
import { joinedWords, type Reading, readWords } from './words.ts';

type Words = string | Record<string, string>;
export type Found =
  | { is: 'words'; words: Words }
  | { is: 'break' }
  | { is: 'question'; element: Json; conditions: string[] };

/** Title and description of a page or box: words to read. */
const wordsOf = (box: Json, reading: Reading): Words | undefined =>
  joinedWords(readWords(box.title, reading, ''), readWords(box.description, reading, ''));

const conditionOf = (box: Json): string[] =>
  typeof box.visibleIf === 'string' && box.visibleIf.trim() !== '' ? [box.visibleIf] : [];

const childrenOf = (box: Json): unknown[] => [...listOf(box.elements), ...listOf(box.questions)];

function inBox(box: Json, conditions: readonly string[], reading: Reading): Found[] {
  const within = [...conditions, ...conditionOf(box)];
  return childrenOf(box).flatMap((child): Found[] => {
    if (!isObject(child)) return [];
    if (child.type === 'panel' || (child.type === undefined && Array.isArray(child.elements))) {
      const words = wordsOf(child, reading);
      // What follows the box is not under its words any more.
      return words === undefined
        ? inBox(child, within, reading)
        : [{ is: 'words', words }, ...inBox(child, within, reading), { is: 'break' }];
    }
    if (child.type === 'html') {
      const words = readWords(child.html, reading, String(child.name ?? ''));
      return words === undefined ? [] : [{ is: 'words', words }];
    }
    return [{ is: 'question', element: child, conditions: [...within, ...conditionOf(child)] }];
  });
}

/** Words that follow words at once are read together. */
function together(found: readonly Found[]): Found[] {
  const all: Found[] = [];
  for (const one of found) {
    const last = all.at(-1);
    const words = last?.is === 'words' && one.is === 'words' ? joinedWords(last.words, one.words) : undefined;
    if (words === undefined) all.push(one);
    else all.splice(-1, 1, { is: 'words', words });
  }
  return all;
}

/** Everything in the file that is read or asked, in order. */
export function walk(json: Json, reading: Reading): Found[] {
  const pages = Array.isArray(json.pages)
    ? json.pages
    : [json.elements === undefined ? json : { elements: json.elements }];
  const found = pages.filter(isObject).flatMap((page): Found[] => {
    const words = json.pages === undefined ? undefined : wordsOf(page, reading);
    const start: Found = words === undefined ? { is: 'break' } : { is: 'words', words };
    const own = json.pages === undefined ? { elements: childrenOf(page) } : page;
    return [start, ...inBox(own, [], reading)];
  });
  return together(found);
}
