import { html, raw } from 'hono/html';
import { type Format, formatCodes } from '../../surveys/format.ts';
import { type Language, languages } from '../../surveys/language.ts';
import { sayDate } from '../../surveys/locales/dates.ts';
import { errorSummary, type Frame, type Html, isolate, page, type Say, speaker } from './frame.ts';

/** R5: how we reach one resident. Phone and email are masked before they come here. */
export interface PreferencesData {
  action: string;
  language: Language;
  format: Format;
  preferredChannel: PreferredChannel | null;
  phone: string | null;
  email: string | null;
  pausedUntil: string | null;
  stopped: readonly StopPurpose[];
  /** Somebody who shares the number texted STOP from it. */
  numberStopped: boolean;
  /** The row just saved, with the words of its new value. */
  saved: string | null;
  error: string | null;
  today: string;
}

export const preferredChannels = ['sms', 'email', 'post'] as const;
export type PreferredChannel = (typeof preferredChannels)[number];
export const stopPurposes = ['research', 'service', 'marketing'] as const;
export type StopPurpose = (typeof stopPurposes)[number];
export const preferenceRows = ['language', 'format', 'channel'] as const;
export type PreferenceRow = (typeof preferenceRows)[number];

interface Choice {
  value: string;
  words: string;
  lang?: Language;
}

const choices = (say: Say, offered: readonly Language[]): Record<PreferenceRow, Choice[]> => ({
  language: offered.map((code) => ({ value: code, words: languages[code].name, lang: code })),
  format: formatCodes.map((code) => ({ value: code, words: say(`format.${code}`) })),
  channel: preferredChannels.map((code) => ({ value: code, words: say(`channel.${code}`) })),
});

const currentOf = (data: PreferencesData): Record<PreferenceRow, string> => ({
  language: data.language,
  format: data.format,
  channel: data.preferredChannel ?? '',
});

/** The words of a value of a row, as they stand on the page. */
export const preferenceWords = (say: Say, row: PreferenceRow, value: string): string =>
  choices(say, Object.keys(languages) as Language[])[row].find((choice) => choice.value === value)?.words ??
  say('page.preferences.none');

const changeable = (say: Say, data: PreferencesData, row: PreferenceRow) => html`
<div class="pair"><dt>${say(`page.preferences.${row}`)}</dt>
<dd>${preferenceWords(say, row, currentOf(data)[row])}
<a class="back" href="${data.action}?change=${row}">${say('page.preferences.change')} <span class="skip">${say(`page.preferences.${row}`)}</span></a></dd></div>`;

const shown = (frame: Frame, say: Say, row: 'mobile' | 'email', value: string | null) => html`
<div class="pair"><dt>${say(`page.preferences.${row}`)}</dt>
<dd>${value === null ? say('page.preferences.none') : isolate(frame.language, value)}</dd></div>`;

function breakForm(frame: Frame, say: Say, { action, pausedUntil, today }: PreferencesData): Html {
  const paused = pausedUntil
    ? html`<p>${say('page.preferences.paused', { date: sayDate(frame.language, pausedUntil) })}</p>
<form method="post" action="${action}"><button class="plain" name="do" value="resume">${say('page.preferences.start_again')}</button></form>`
    : html`<form method="post" action="${action}"><label class="own" for="until">${say('page.preferences.break_until')}</label>
<input class="short" type="date" id="until" name="until" min="${today}">
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
${data.error ? errorSummary(say, data.error, 'until') : ''}
<h1>${title}</h1>
${data.saved ? html`<p class="box fine" role="status" tabindex="-1" autofocus>${say('page.preferences.saved', { value: data.saved })}</p>` : ''}
<dl>${preferenceRows.map((row) => changeable(say, data, row))}
${shown(frame, say, 'mobile', data.phone)}${shown(frame, say, 'email', data.email)}</dl>
<p class="meta">${say('page.frame.ring')}</p>
${breakForm(frame, say, data)}
${stopForm(say, data)}`,
  );
}

/** One row's own page: its choices, the present one chosen. */
export function preferenceChangePage(frame: Frame, data: PreferencesData, row: PreferenceRow): Html {
  const say = speaker(frame);
  const current = currentOf(data)[row];
  const rows = choices(say, frame.offered)[row].map(
    ({ value, words, lang }) => html`
<label class="row" for="${row}-${value}"><input type="radio" id="${row}-${value}" name="value" value="${value}"${
      value === current ? raw(' checked') : ''
    }><span${lang ? raw(` lang="${lang}" dir="${languages[lang].dir}"`) : ''}>${words}</span></label>`,
  );
  return page(
    frame,
    say(`page.preferences.${row}`),
    html`
<a class="back" href="${data.action}">${say('page.frame.back')}</a>
<form method="post" action="${data.action}"><input type="hidden" name="row" value="${row}">
<fieldset><legend><h1>${say(`page.preferences.${row}`)}</h1></legend>${rows}</fieldset>
<div class="acts"><button name="do" value="change">${say('page.frame.save')}</button></div></form>`,
  );
}

/** A link that no longer opens anything. */
export function oldLinkPage(frame: Frame): Html {
  const say = speaker(frame);
  const title = say('page.preferences.old_link');
  return page(frame, title, html`<h1>${title}</h1><p>${say('page.preferences.old_link_help')}</p>`);
}
