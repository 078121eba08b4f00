/** Who looks at whose answer, as written: also where the condition cannot be used. */
import { type Element, elementsOf, type Structure } from '../schema.ts';
import type { SurveyParts } from '../takeapart.ts';
import type { Mend } from './rule.ts';

/** The questions that the conditions of one look at. */
const looksAt = ({ visibleIf = '', requiredIf = '' }: Element): string[] => [
  ...new Set([...`${visibleIf} ${requiredIf}`.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => (name ?? '').trim())),
];

/** For each question in order, the questions its conditions look at. */
export const branchesOf = (structure: Structure): Map<string, string[]> =>
  new Map(elementsOf(structure).map((element) => [element.name, looksAt(element)]));

/** Whether following branches from a question leads back to it. */
export function loops(branches: ReadonlyMap<string, string[]>, id: string): boolean {
  const seen = new Set<string>();
  const open = [...(branches.get(id) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id) return true;
    if (!seen.has(next)) open.push(...(branches.get(next) ?? []));
    seen.add(next);
  }
  return false;
}

function withElements({ structure, editions }: SurveyParts, change: (element: Element) => Element): SurveyParts {
  const pages = structure.pages.map((page) => ({ ...page, elements: page.elements.map(change) }));
  return { structure: { ...structure, pages }, editions };
}

/** Takes the conditions off a question. */
export const askAlways: Mend = {
  label: 'Ask everybody',
  apply: (parts, { where }) =>
    withElements(parts, (element) => {
      if (element.name !== where) return element;
      const { visibleIf: _seen, requiredIf: _needed, ...rest } = element;
      return rest as Element;
    }),
};

/** Puts a question right behind the last one it looks at. */
export const askAfter: Mend = {
  label: 'Ask it after that one',
  apply: ({ structure, editions }, { where }) => {
    const moved = elementsOf(structure).find(({ name }) => name === where);
    if (!moved) return { structure, editions };
    const wanted = looksAt(moved);
    const last = elementsOf(structure)
      .filter(({ name }) => wanted.includes(name))
      .at(-1)?.name;
    const pages = structure.pages.map((page) => ({
      ...page,
      elements: page.elements
        .filter(({ name }) => name !== where)
        .flatMap((element) => (element.name === last ? [element, moved] : [element])),
    }));
    return { structure: { ...structure, pages: pages.filter(({ elements }) => elements.length > 0) }, editions };
  },
};
