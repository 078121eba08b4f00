import { html } from 'hono/html';
import { type Frame, type Html, page, speaker } from './frame.ts';

/** Asks once; only the button acts. `done` says that it was done. */
export function unsubscribePage(frame: Frame, { action, done }: { action: string; done: boolean }): Html {
  const say = speaker(frame);
  const title = say('page.unsubscribe.title');
  const asked = html`<p>${say('page.unsubscribe.question')}</p>
<form method="post" action="${action}"><div class="acts"><button name="do" value="stop">${say('page.unsubscribe.button')}</button></div></form>
<p>${say('page.unsubscribe.still')}</p>`;
  const told = html`<p class="box fine" role="status">${say('page.unsubscribe.done')}</p>
<p>${say('page.unsubscribe.still')}</p><p>${say('page.unsubscribe.undo')}</p>`;
  return page(frame, title, html`<h1>${title}</h1>${done ? told : asked}`);
}
