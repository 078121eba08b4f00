/** The server's own page of a question: it says which question is asked, in which words, and what stands in its boxes. */

/** What of a page the form shows in its own way. */
export interface AskedPage {
  question: string;
  /** What is wrong with what was sent; null when nothing is. */
  error: string | null;
  save: string;
  skip: string;
  /** What to say while an answer cannot be saved. */
  trying: string;
  /** What stands in the boxes, by name. */
  values: Readonly<Record<string, readonly string[]>>;
}

export const formIn = (page: ParentNode): HTMLFormElement | null => page.querySelector('form#answer');

const textOf = (form: Element, selector: string): string => form.querySelector(selector)?.textContent ?? '';

function valuesIn(form: HTMLFormElement): AskedPage['values'] {
  const data = new FormData(form);
  return Object.fromEntries([...new Set(data.keys())].map((name) => [name, data.getAll(name).map(String)]));
}

/** Takes a page, the one that is open or one that was fetched; gives what it asks, or null when it asks nothing. */
export function readPage(page: ParentNode): AskedPage | null {
  const form = formIn(page);
  const values = form ? valuesIn(form) : {};
  const question = values.question?.[0];
  if (!form || question === undefined) return null;
  return {
    question,
    error: form.querySelector('#fault')?.textContent ?? null,
    save: textOf(form, 'button[value=save]'),
    skip: textOf(form, 'button[value=skip]'),
    trying: form.dataset.trying ?? '',
    values,
  };
}

export const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** Shows a page that asks nothing, such as the thanks, as if the browser had opened it. */
export function showWhole(page: Document): void {
  document.title = page.title;
  document.body.replaceWith(page.body);
  document.querySelector<HTMLElement>('[autofocus], h1')?.focus();
  window.scrollTo(0, 0);
}

/** Shows what stands round a question, with the form in the place of the page's own. */
export function showAround(page: Document, form: HTMLElement): void {
  const main = document.querySelector('main');
  document.title = page.title;
  formIn(page)?.replaceWith(form);
  main?.replaceChildren(...(page.querySelector('main')?.childNodes ?? []));
}
