/**
 * A page of ours shown inside the console, in a frame of no origin: what is pressed goes to the console, which answers with the
 * next page and keeps nothing. When this file changes, so does `framedName` in web/pages/assets.ts.
 */
const waiting: ((page: string) => void)[] = [];

addEventListener('message', ({ source, data }) => {
  if (source === parent && typeof data === 'string') waiting.shift()?.(data);
});

const ask = (said: { fields: [string, string][]; to: string } | { open: string }) =>
  new Promise<string>((resolve) => {
    waiting.push(resolve);
    parent.postMessage(said, '*');
  });

function show(page: string): void {
  const came = new DOMParser().parseFromString(page, 'text/html');
  document.title = came.title;
  document.body.replaceWith(came.body);
  document.querySelector<HTMLElement>('[autofocus], main a, h1')?.focus();
  scrollTo(0, 0);
}

/** A photo stays where it is: only that one was chosen is said. */
const fieldsOf = (data: FormData): [string, string][] =>
  [...data].map(([name, value]) => [name, value instanceof File ? value.name : value]);

addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  if (form instanceof HTMLFormElement && form.closest('main'))
    void ask({
      fields: fieldsOf(new FormData(form, event.submitter)),
      to: form.getAttribute('action') ?? '',
    }).then(show);
});

// A link of the page itself, such as the one to the box that is wrong, is followed; one back is asked for; no other leads anywhere.
addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const address = link?.getAttribute('href') ?? '#';
  if (address.startsWith('#') || event.defaultPrevented) return;
  event.preventDefault();
  if (address.includes('?q=')) void ask({ open: address }).then(show);
});

const own = document.querySelector<HTMLFormElement>('form#answer');
const questions = document.querySelector('#survey')?.textContent;
if (own?.dataset.form && questions && matchMedia('(min-width:600px)').matches)
  void import(own.dataset.form).then(({ start }) =>
    start(own, {
      survey: async () => JSON.parse(questions),
      post: (body: URLSearchParams) => ask({ fields: [...body], to: '' }),
      open: (address: string) => ask({ open: address }),
    }),
  );
