/** How the form talks with the server: the same requests that its page would make, answered by the same pages. */
import type { FormSurvey } from '../../../surveys/interview/ask/form.ts';

/** Each gives the page that came back. A line keeps trying until there is one; `waiting` is called when it must. */
export interface Line {
  survey(): Promise<FormSurvey>;
  post(body: URLSearchParams, waiting: () => void): Promise<string>;
  open(address: string, waiting: () => void): Promise<string>;
}

const firstWait = 2_000;
const longestWait = 30_000;

/** Asks until the server itself answers; what is sent twice is taken once. */
async function until(ask: () => Promise<Response>, waiting: () => void, wait = firstWait): Promise<string> {
  const answer = await ask().catch(() => null);
  const page = answer && answer.status < 500 ? await answer.text().catch(() => null) : null;
  if (page !== null) return page;
  waiting();
  await new Promise((resolve) => setTimeout(resolve, wait));
  return until(ask, waiting, Math.min(wait * 2, longestWait));
}

/** Takes the page's own form; gives its line over the network. */
export function network(form: HTMLFormElement): Line {
  // Not `form.action`: the buttons of that name stand before it.
  const address = form.getAttribute('action') ?? '';
  return {
    survey: async () => {
      const answer = await fetch(form.dataset.survey ?? '');
      if (!answer.ok) throw new Error(`the questions did not come: ${answer.status}`);
      return answer.json();
    },
    post: (body, waiting) => until(() => fetch(address, { method: 'POST', body }), waiting),
    open: (at, waiting) => until(() => fetch(at), waiting),
  };
}
