import { html, raw } from 'hono/html';
import { languages } from '../../surveys/language.ts';
import { sayDate } from '../../surveys/locales/dates.ts';
import { errorSummary, type Frame, type Html, isolate, page, type Say, speaker } from './frame.ts';
import {
  type AddressRow,
  addressRows,
  type PreferenceRow,
  type PreferencesData,
  preferenceRows,
  rowLines,
  stopPurposes,
} from './preferences-rows.ts';

const isAddress = (row: PreferenceRow): row is AddressRow => addressRows.some((each) => each === row);

/** Sends the message once more, or takes the wish back. */
const waitingForm = (say: Say, { action }: PreferencesData, row: AddressRow) => html`
<form method="post" action="${action}" class="swatch"><input type="hidden" name="row" value="${row}">
<button class="plain" name="do" value="again">${say('page.preferences.resend')} <span class="skip">${say(`page.preferences.${row}`)}</span></button>
<button class="plain" name="do" value="keep">${say('page.preferences.keep')} <span class="skip">${say(`page.preferences.${row}`)}</span></button></form>`;

/** A row; the one just saved has the focus and is read out with what was saved. */
function rowOf(say: Say, data: PreferencesData, row: PreferenceRow): Html {
  const name = say(`page.preferences.${row}`);
  const own = row === 'language' ? raw(` lang="${data.language}" dir="${languages[data.language].dir}"`) : '';
  const saved = data.saved?.row === row ? raw(' autofocus aria-describedby="saved"') : '';
  return html`
<div class="pair"><dt>${name}</dt>
<dd><div${own}>${rowLines(say, row, data).map((line) => html`<div>${line}</div>`)}</div>
<a class="back" href="${data.action}?change=${row}"${saved}>${say('page.preferences.change')} <span class="skip">${name}</span></a>
${isAddress(row) && data.waiting[row] ? waitingForm(say, data, row) : ''}</dd></div>`;
}

function breakForm(frame: Frame, say: Say, { action, pausedUntil, today, error, typed }: PreferencesData): Html {
  const fault = error?.anchor === 'until' ? raw(' aria-invalid="true" aria-describedby="until-error"') : '';
  const paused = pausedUntil
    ? html`<p>${say('page.preferences.paused', { date: sayDate(frame.language, pausedUntil) })}</p>
<form method="post" action="${action}"><button class="plain" name="do" value="resume">${say('page.preferences.start_again')}</button></form>`
    : html`<form method="post" action="${action}"><label class="own" for="until">${say('page.preferences.break_until')}</label>
${fault ? html`<p class="fault" id="until-error">${error?.words}</p>` : ''}
<input class="short" type="date" id="until" name="until" min="${today}" value="${fault ? typed : ''}"${fault}>
<div class="acts"><button name="do" value="pause">${say('page.preferences.pause')}</button></div></form>`;
  return html`<h2>${say('page.preferences.break')}</h2>${paused}`;
}

function stopForm(say: Say, { action, stopped, numberStopped }: PreferencesData): Html {
  const boxes = stopPurposes.map(
    (purpose) => html`
<label class="row" for="stop-${purpose}"><input type="checkbox" id="stop-${purpose}" name="stop" value="${purpose}"${
      stopped.includes(purpose) ? raw(' checked') : ''
    }><span>${say(`page.preferences.stop_${purpose}`)}</span></label>`,
  );
  return html`<h2 id="stop">${say('page.preferences.stop')}</h2>
<form method="post" action="${action}"><fieldset aria-labelledby="stop">${boxes}</fieldset>
<p>${say('page.preferences.still')}</p>
${numberStopped ? html`<p class="box">${say('page.preferences.text_start')}</p>` : ''}
<div class="acts"><button name="do" value="stop">${say('page.preferences.stop_these')}</button></div></form>`;
}

export function preferencesPage(frame: Frame, data: PreferencesData): Html {
  const say = speaker(frame);
  const title = say('page.preferences.title');
  return page(
    frame,
    data.error ? say('page.frame.error_title', { title }) : title,
    html`
${data.error ? errorSummary(say, data.error.words, data.error.anchor) : ''}
<h1>${title}</h1>
${data.saved ? html`<p class="box fine" role="status" id="saved">${data.saved.words}</p>` : ''}
<dl>${preferenceRows.map((row) => rowOf(say, data, row))}</dl>
${breakForm(frame, say, data)}
${stopForm(say, data)}`,
  );
}

/** A link that no longer opens anything, and the button that asks for a new one where a new one can be had. */
export function oldLinkPage(
  frame: Frame,
  ask: { action: string; state: 'offered' | 'sent' | 'too_many' } | null,
): Html {
  const say = speaker(frame);
  const title = say('page.preferences.old_link');
  const button =
    ask?.state === 'offered'
      ? html`<form method="post" action="${ask.action}"><div class="acts"><button name="do" value="new_link">${say('page.preferences.new_link')}</button></div></form>
<p class="meta">${say('page.preferences.new_link_where')}</p>`
      : '';
  const told =
    ask && ask.state !== 'offered'
      ? html`<p class="box" role="status" tabindex="-1" autofocus>${say(`page.preferences.new_link_${ask.state}`)}</p>`
      : '';
  return page(
    frame,
    title,
    html`<h1>${title}</h1>${told || html`<p>${say(ask ? 'page.preferences.old_link_help' : 'page.preferences.old_link_ring')}</p>`}${button}`,
  );
}

/** Asks, at the new number or address, whether to use it; only the button acts, for programs that read mail open its links. */
export function confirmPage(
  frame: Frame,
  { action, row, address, done }: { action: string; row: AddressRow; address: string; done: boolean },
): Html {
  const say = speaker(frame);
  const title = say(`page.confirm.${row}`);
  const asked = html`<p>${say('page.confirm.this', { address: isolate(frame.language, address) })}</p>
<form method="post" action="${action}"><div class="acts"><button name="do" value="confirm">${say('page.confirm.yes')}</button></div></form>
<p>${say('page.confirm.not_me')}</p>`;
  const told = html`<p class="box fine" role="status" tabindex="-1" autofocus>${say('page.preferences.confirmed')}</p>`;
  return page(frame, title, html`<h1>${title}</h1>${done ? told : asked}`);
}
