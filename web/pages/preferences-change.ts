import { html, raw } from 'hono/html';
import { topics } from '../../surveys/groups/interests.ts';
import { languages } from '../../surveys/language.ts';
import { errorSummary, type Frame, type Html, page, type Say, speaker } from './frame.ts';
import {
  type AddressRow,
  allowedWays,
  type ChoiceRow,
  choices,
  chosen,
  type PreferenceRow,
  type PreferencesData,
  stopPurposes,
} from './preferences-rows.ts';

interface Box {
  name: string;
  value: string;
  words: string;
  ticked: boolean;
}

const tick = ({ name, value, words, ticked }: Box) => html`
<label class="row" for="${name}-${value}"><input type="checkbox" id="${name}-${value}" name="${name}" value="${value}"${
  ticked ? raw(' checked') : ''
}><span>${words}</span></label>`;

function choiceFields(frame: Frame, say: Say, data: PreferencesData, row: ChoiceRow): Html {
  const radios = choices(say, row, frame.offered).map(
    ({ value, words, about, lang }) => html`
<label class="row" for="${row}-${value}"><input type="radio" id="${row}-${value}" name="value" value="${value}"${
      value === chosen(row, data) ? raw(' checked') : ''
    }${about ? raw(` aria-describedby="${row}-${value}-about"`) : ''}><span${
      lang ? raw(` lang="${lang}" dir="${languages[lang].dir}"`) : ''
    }>${words}</span></label>
${about ? html`<p class="hint" id="${row}-${value}-about">${about}</p>` : ''}`,
  );
  const hint = row === 'comfort' ? html`<p class="hint">${say('page.preferences.comfort_hint')}</p>` : '';
  return html`<fieldset><legend><h1>${say(`page.preferences.${row}`)}</h1></legend>${hint}${radios}</fieldset>`;
}

const topicFields = (say: Say, data: PreferencesData) => html`
<fieldset><legend><h1>${say('page.preferences.topics')}</h1></legend>
<p class="hint">${say('page.preferences.topics_hint')}</p>
${topics.map((topic) => tick({ name: 'topic', value: topic, words: say(`topic.${topic}`), ticked: data.topics.includes(topic) }))}</fieldset>`;

const wayFields = (say: Say, data: PreferencesData) => html`
<h1>${say('page.preferences.ways')}</h1>
<p class="hint">${say('page.preferences.ways_hint')}</p>
${stopPurposes.map(
  (purpose) => html`<fieldset><legend><h2>${say(`page.preferences.stop_${purpose}`)}</h2></legend>
${allowedWays.map((channel) =>
  tick({
    name: purpose,
    value: channel,
    words: say(`channel.${channel}`),
    ticked: data.ways[purpose].includes(channel),
  }),
)}</fieldset>`,
)}`;

const inputs: Record<AddressRow, string> = {
  mobile: 'type="text" inputmode="tel" autocomplete="tel" dir="ltr"',
  email: 'type="text" inputmode="email" autocomplete="email" dir="ltr" spellcheck="false"',
};

function addressFields(say: Say, { typed, error }: PreferencesData, row: AddressRow): Html {
  const fault = error
    ? raw(' aria-invalid="true" aria-describedby="value-error value-hint"')
    : raw(' aria-describedby="value-hint"');
  return html`
<h1><label for="value">${say(`page.preferences.new_${row}`)}</label></h1>
<p class="hint" id="value-hint">${say('page.preferences.new_hint')}</p>
${error ? html`<p class="fault" id="value-error">${error.words}</p>` : ''}
<input class="short" id="value" name="value" ${raw(inputs[row])} value="${typed}"${fault}>`;
}

function fields(frame: Frame, say: Say, data: PreferencesData, row: PreferenceRow): Html {
  if (row === 'topics') return topicFields(say, data);
  if (row === 'ways') return wayFields(say, data);
  if (row === 'mobile' || row === 'email') return addressFields(say, data, row);
  return choiceFields(frame, say, data, row);
}

/** One row's own page: what it is now, to be changed and saved. */
export function preferenceChangePage(frame: Frame, data: PreferencesData, row: PreferenceRow): Html {
  const say = speaker(frame);
  const title = say(`page.preferences.${row}`);
  return page(
    frame,
    data.error ? say('page.frame.error_title', { title }) : title,
    html`
<a class="back" href="${data.action}">${say('page.frame.back')}</a>
${data.error ? errorSummary(say, data.error.words, data.error.anchor) : ''}
<form method="post" action="${data.action}"><input type="hidden" name="row" value="${row}">
${fields(frame, say, data, row)}
<div class="acts"><button name="do" value="change">${say('page.frame.save')}</button></div></form>`,
  );
}
