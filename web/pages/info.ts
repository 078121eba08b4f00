import { html } from 'hono/html';
import { type Frame, type Html, page, speaker } from './frame.ts';

export function accessibilityPage(frame: Frame): Html {
  const say = speaker(frame);
  const title = say('page.accessibility.title');
  return page(
    frame,
    title,
    html`<h1>${title}</h1>
<p>${say('page.accessibility.aim')}</p><p>${say('page.accessibility.standard')}</p>
<p>${say('page.accessibility.help')}</p><p>${say('page.accessibility.complain')}</p>
<h2 id="formats">${say('page.formats.title')}</h2><p>${say('page.formats.body')}</p>`,
  );
}

export function privacyPage(frame: Frame): Html {
  const say = speaker(frame);
  const title = say('page.privacy.title');
  return page(
    frame,
    title,
    html`<h1>${title}</h1>
<p>${say('page.privacy.who', { contact: frame.landlord.privacyContact })}</p>
<p>${say('page.privacy.why')}</p><p>${say('page.privacy.confidential')}</p><p>${say('page.privacy.code')}</p>
<p>${say('page.privacy.keep')}</p><p>${say('page.privacy.cookies')}</p><p>${say('page.privacy.rights')}</p>`,
  );
}

/** "You said, we did": what was published, newest first. */
export function outcomesPage(frame: Frame, outcomes: readonly { youSaid: string; weDid: string }[]): Html {
  const say = speaker(frame);
  const title = say('page.outcomes.title');
  const list = outcomes.map(
    ({ youSaid, weDid }) => html`
<div class="box"><h2>${say('page.outcomes.said')}</h2><p dir="auto">${youSaid}</p>
<h2>${say('page.outcomes.did')}</h2><p dir="auto">${weDid}</p></div>`,
  );
  return page(
    frame,
    title,
    html`<h1>${title}</h1>${outcomes.length === 0 ? html`<p>${say('page.outcomes.none')}</p>` : list}`,
  );
}
