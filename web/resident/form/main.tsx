/**
 * The question as a SurveyJS form, for large screens. It shows what the server's own page says, in the same layout, and every
 * answer goes through the same request: whatever happens here, the page without it goes on where it stopped.
 */

import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Model } from 'survey-core';
import { Asking } from './asking.tsx';
import { registerChoices } from './choice.tsx';
import { type Line, network } from './line.ts';
import { rules } from './look.ts';
import { modelOf, turnTo } from './model.ts';
import { type AskedPage, parse, readPage, showAround, showWhole } from './page.ts';

function addRules(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets.push(sheet);
}

/** The boxes a person can be in, in order: the same on the page and in the form. */
const boxesIn = (form: Element): HTMLElement[] => [
  ...form.querySelectorAll<HTMLElement>('input:not([type=hidden]),textarea,button'),
];

/** The summary of what is wrong leads to the first box, and has focus; else the question has it. */
function takeFocus(form: HTMLElement): void {
  // What is wrong is said once, by the summary.
  form.querySelector('[role=alert]')?.removeAttribute('role');
  const summary = document.querySelector<HTMLElement>('[role=alert][tabindex]');
  const link = summary?.querySelector('a');
  const box = boxesIn(form)[0];
  if (link && box) link.setAttribute('href', `#${box.id}`);
  const heading = form.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  (summary ?? heading)?.focus();
}

/** Gives the element the form is in, and how to show a page in it: false where that cannot be shown. */
function stage(model: Model, send: (body: URLSearchParams, waiting: () => void) => void) {
  const form = document.createElement('div');
  const root = createRoot(form);
  let turn = 0;
  const show = (page: AskedPage | null): boolean => {
    const question = page && turnTo(model, page);
    if (!question) return false;
    turn += 1;
    // A key of its own each time: what was told of the page before goes with it.
    const asking = <Asking key={turn} model={model} question={question} page={page} onSend={send} />;
    flushSync(() => root.render(asking));
    form.querySelector('textarea')?.setAttribute('dir', 'auto');
    return form.querySelector('h1') !== null;
  };
  return { form, show };
}

/** Shows the form in the place of the open page's own, with all that was filled in there. Where it cannot, the page stays. */
export async function start(own: HTMLFormElement, line: Line = network(own)): Promise<void> {
  const model = modelOf(await line.survey());
  registerChoices();
  const { form, show } = stage(model, (body, waiting) => void line.post(body, waiting).then(arrive));
  function arrive(html: string): void {
    const came = parse(html);
    if (!show(readPage(came))) {
      showWhole(came);
      return;
    }
    showAround(came, form);
    takeFocus(form);
  }
  const stood = boxesIn(own).findIndex((box) => box.matches(':focus'));
  // An answer that is on its way is the page's own.
  if (own.ariaBusy === 'true' || !show(readPage(document))) return;
  addRules();
  own.replaceWith(form);
  if (stood >= 0) boxesIn(form)[stood]?.focus();
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('main a.back') : null;
    const address = link?.getAttribute('href');
    if (!address?.includes('?q=')) return;
    event.preventDefault();
    void line.open(address, () => undefined).then(arrive);
  });
}
