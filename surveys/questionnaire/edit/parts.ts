/** A draft as separate parts that can each be changed alone: the whole, each page head, each question. */
import { canonicalJson } from '../hash.ts';
import type { SurveyJson } from '../schema.ts';
import { assemble, type Editions, slotsOf, takeApart } from '../takeapart.ts';
import { flatten, type Item, itemKey, unflatten, withPageNames } from './flat.ts';

/** Id of the part that is the title, the introduction and the language. */
export const wholeId = 'whole';

export interface Part {
  /** The item without its words; null for the whole. */
  item: Item | null;
  /** Its words by language and string key: `cy q.stairs.title`. */
  texts: Readonly<Record<string, string>>;
}

export interface Parts {
  /** The survey without items and words. */
  head: SurveyJson;
  /** Ids of page heads and questions in order. */
  order: readonly string[];
  parts: ReadonlyMap<string, Part>;
}

/** The part a string key belongs to. */
export const partOfKey = (key: string): string =>
  /^[pq]\./.test(key) ? key.split('.').slice(0, 2).join('.') : wholeId;

export function partsOf(survey: SurveyJson): Parts {
  const { structure, editions } = takeApart(withPageNames(survey));
  const items = flatten(structure);
  const texts = new Map<string, Record<string, string>>();
  for (const [language, words] of Object.entries(editions)) {
    for (const [key, text] of Object.entries(words)) {
      const id = partOfKey(key);
      texts.set(id, { ...texts.get(id), [`${language} ${key}`]: text });
    }
  }
  const part = (id: string, item: Item | null): [string, Part] => [id, { item, texts: texts.get(id) ?? {} }];
  return {
    head: { ...structure, pages: [] },
    order: items.map(itemKey),
    parts: new Map([part(wholeId, null), ...items.map((item) => part(itemKey(item), item))]),
  };
}

/** The reverse of `partsOf`. */
export function joined({ head, order, parts }: Parts): SurveyJson {
  const items = order.flatMap((id) => parts.get(id)?.item ?? []);
  const editions: Editions = {};
  for (const part of parts.values()) {
    for (const [name, text] of Object.entries(part.texts)) {
      const [language = '', key = ''] = name.split(' ');
      editions[language] = { ...editions[language], [key]: text };
    }
  }
  return assemble(unflatten(head, items), editions);
}

/** String keys for which a part has a place. */
export function keysIn({ item }: Part, head: SurveyJson): Set<string> {
  if (item === null) return new Set(slotsOf(head).map(({ key }) => key));
  return new Set(slotsOf(unflatten(head, [item])).map(({ key }) => key));
}

export const sameItem = (a: Part | undefined, b: Part | undefined): boolean =>
  canonicalJson(a?.item ?? null) === canonicalJson(b?.item ?? null);

export const samePart = (a: Part | undefined, b: Part | undefined): boolean =>
  (a === undefined) === (b === undefined) && sameItem(a, b) && canonicalJson(a?.texts) === canonicalJson(b?.texts);
