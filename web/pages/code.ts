import { html } from 'hono/html';
import { errorSummary, type Frame, type Html, page, speaker } from './frame.ts';

/** R2: where a code is typed. */
export interface CodePageData {
  /** What was typed, kept on an error. */
  typed: string;
  error: 'empty' | 'unknown' | 'too_many' | 'stopped' | null;
}

export function codePage(frame: Frame, { typed, error }: CodePageData): Html {
  const say = speaker(frame);
  const told = error === null ? null : say(`error.code_${error}`);
  const title = say('page.code.title');
  return page(
    frame,
    told === null ? title : say('page.frame.error_title', { title }),
    html`
${told === null ? '' : errorSummary(say, told, 'code')}
<h1>${title}</h1>
<form method="post" action="/s">
<label class="own" for="code">${say('page.code.label')}</label>
<p class="hint" id="hint">${say('page.code.hint')}</p>
${told === null ? '' : html`<p class="fault" id="fault">${told}</p>`}
<input class="short" type="text" id="code" name="code" dir="ltr" inputmode="numeric" autocomplete="off" maxlength="60" value="${typed}" aria-describedby="hint${told === null ? '' : ' fault'}">
<div class="acts"><button>${say('page.code.start')}</button></div>
</form>
<p>${say('page.code.help')}</p>`,
  );
}
