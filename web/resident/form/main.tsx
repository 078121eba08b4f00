/**
 * The question as a SurveyJS form, for large screens. It shows what the server's own page says, in the same layout, and every
 * answer goes through the same request: whatever happens here, the page without it goes on where it stopped.
 */
import { createRoot } from 'react-dom/client';
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
  const summary = document.querySelector<HTMLElement>('[role=alert][tabindex]');
  const link = summary?.querySelector('a');
  const box = boxesIn(form)[0];
  if (link && box) link.setAttribute('href', `#${box.id}`);
  const heading = form.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  (summary ?? heading)?.focus();
}

/** Shows the form in the place of the open page's own, with all that was filled in there. Throws when it cannot. */
export async function start(own: HTMLFormElement, line: Line = network(own)): Promise<void> {
  const model = modelOf(await line.survey());
  const first = readPage(document);
  if (!first || !turnTo(model, first)) return;
  registerChoices();
  addRules();
  const form = document.createElement('div');
  const root = createRoot(form);
  const stood = boxesIn(own).findIndex((box) => box.matches(':focus'));
  let turn = 0;
  const show = (page: AskedPage) => {
    const question = turnTo(model, page);
    // A page of its own each time: what was told of the one before goes with it.
    turn += 1;
    if (question) root.render(<Asking key={turn} model={model} question={question} page={page} onSend={send} />);
    return question !== null;
  };
  const arrive = (html: string) => {
    const came = parse(html);
    const page = readPage(came);
    if (!page || !show(page)) return showWhole(came);
    showAround(came, form);
    setTimeout(() => takeFocus(form));
  };
  function send(body: URLSearchParams, waiting: () => void) {
    void line.post(body, waiting).then(arrive);
  }
  show(first);
  await new Promise((resolve) => setTimeout(resolve));
  own.replaceWith(form);
  if (stood >= 0) boxesIn(form)[stood]?.focus();
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('main a.back') : null;
    const address = link?.getAttribute('href');
    if (!address?.includes('?q=')) return;
    event.preventDefault();
    void line.open(address, () => undefined).then(arrive);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
}
