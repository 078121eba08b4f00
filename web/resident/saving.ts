/**
 * Saves an answer without leaving the page until it is saved, so that a lost connection loses nothing.
 * Without this script the form is posted by the browser itself. When this file changes, so does `scriptName` in web/pages/assets.ts.
 */
const form = document.querySelector<HTMLFormElement>('form#answer');
// Not `form.action`: the buttons of that name stand before it.
const address = form?.getAttribute('action') ?? '';
const told = document.querySelector<HTMLElement>('#saving');
const firstWait = 2_000;
const longestWait = 30_000;

async function post(body: URLSearchParams, button: HTMLElement | null, wait: number): Promise<void> {
  if (!form) return;
  const answer = await fetch(address, { method: 'POST', body, redirect: 'manual' }).catch(() => null);
  if (answer?.type === 'opaqueredirect') return location.assign(address);
  if (answer && answer.status < 500) {
    // The page that says what is wrong: let the browser show it.
    form.ariaBusy = null;
    const act = document.createElement('input');
    Object.assign(act, { type: 'hidden', name: 'action', value: button?.getAttribute('value') ?? 'save' });
    form.append(act);
    return form.submit();
  }
  if (told) told.textContent = form.dataset.trying ?? '';
  setTimeout(() => void post(body, button, Math.min(wait * 2, longestWait)), wait);
}

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  if (form.ariaBusy) return;
  form.ariaBusy = 'true';
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, event.submitter)) body.append(name, String(value));
  void post(body, event.submitter, firstWait);
});

/**
 * A large screen, that is not saving data, on which nothing is answered yet, is given its own form; the server offers it on no other
 * page. Until it is there, and if it never comes, the page asks.
 */
const wide = matchMedia('(min-width:600px)').matches;
const { connection }: { connection?: { saveData: boolean } } = navigator as Navigator & {
  connection?: { saveData: boolean };
};
if (form?.dataset.form && wide && !connection?.saveData)
  void import(form.dataset.form)
    .then(({ start }: { start(own: HTMLFormElement): Promise<void> }) => start(form))
    .catch(() => undefined);
