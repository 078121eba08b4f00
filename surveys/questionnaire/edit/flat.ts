/** A draft as one list of what is read and asked, in order; a page begins where a head stands. */
import type { Element, SurveyJson } from '../schema.ts';

type Page = SurveyJson['pages'][number];
export type Head = Omit<Page, 'elements'>;
/** The beginning of a page, or a question. A head with words is shown as words to read; one without is only a page break. */
export type Item = { is: 'head'; head: Head } | { is: 'question'; element: Element };

/** How an item is named in commands: as its words are, `q.stairs` and `p.page2`. */
export const itemKey = (item: Item): string =>
  item.is === 'head' ? `p.${item.head.name ?? ''}` : `q.${item.element.name}`;

/** True for what an officer sees in the list. */
export const isShown = (item: Item): boolean => item.is === 'question' || item.head.description !== undefined;

export const flatten = ({ pages }: SurveyJson): Item[] =>
  pages.flatMap(({ elements, ...head }): Item[] => [
    { is: 'head', head },
    ...elements.map((element): Item => ({ is: 'question', element })),
  ]);

/** What an officer sees of a draft, in order. */
export const shownOf = (survey: SurveyJson): Item[] => flatten(survey).filter(isShown);

/** A page name that no head of the list has: the first of `page1`, `page2`. */
export function freshPage(items: readonly Item[]): string {
  const taken = new Set(items.flatMap((item) => (item.is === 'head' ? [item.head.name?.toLowerCase()] : [])));
  for (let number = 1; ; number += 1) if (!taken.has(`page${number}`)) return `page${number}`;
}

/** The reverse of `flatten`: the same survey with these items. Questions before the first head get a page of their own. */
export function unflatten(survey: SurveyJson, items: readonly Item[]): SurveyJson {
  const pages: Page[] = [];
  const first = items[0];
  if (!first || first.is === 'question') pages.push({ name: freshPage(items), elements: [] });
  for (const item of items) {
    if (item.is === 'head') pages.push({ ...item.head, elements: [] });
    else pages.at(-1)?.elements.push(item.element);
  }
  return { ...survey, pages };
}

/** The same, without pages that nothing is left of. */
export function arranged(survey: SurveyJson, items: readonly Item[]): SurveyJson {
  const { pages } = unflatten(survey, items);
  const full = pages.filter(({ elements, description }) => elements.length > 0 || description !== undefined);
  return { ...survey, pages: full.length > 0 ? full : pages.slice(0, 1) };
}

/** Puts an item before the shown one that is now at `to`; at the end when there is none. */
export function inserted(items: readonly Item[], item: Item, to: number): Item[] {
  const before = items.filter(isShown)[to];
  const place = before ? items.indexOf(before) : items.length;
  return items.toSpliced(place, 0, item);
}

/** The survey with one of its questions changed. */
export const withElement = (survey: SurveyJson, name: string, change: (element: Element) => Element): SurveyJson => ({
  ...survey,
  pages: survey.pages.map((page) => ({
    ...page,
    elements: page.elements.map((element) => (element.name === name ? change(element) : element)),
  })),
});

/** The same survey with a name for each page, so that its words have a key and two drafts can be laid side by side. */
export function withPageNames(survey: SurveyJson): SurveyJson {
  let items = flatten(survey);
  for (const item of items) {
    if (item.is !== 'head' || item.head.name !== undefined) continue;
    const head = { ...item.head, name: freshPage(items) };
    items = items.with(items.indexOf(item), { is: 'head', head });
  }
  return unflatten(survey, items);
}
