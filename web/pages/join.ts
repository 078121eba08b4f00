import { html, raw } from 'hono/html';
import { comfortLevels, topics } from '../../surveys/groups/interests.ts';
import { errorSummary, type Frame, type Html, page, type Say, speaker } from './frame.ts';
import { messagePage } from './message.ts';

/** Where people put themselves forward. What was typed stays on an error. */
export interface JoinPageData {
  name: string;
  reach: string;
  postcode: string;
  topics: readonly string[];
  level: string;
  error: 'name' | 'reach' | 'postcode' | 'too_many' | null;
}

export const blankJoin: JoinPageData = { name: '', reach: '', postcode: '', topics: [], level: '', error: null };

type Field = 'name' | 'reach' | 'postcode';

const autocomplete: Record<Field, string> = { name: 'name', reach: 'off', postcode: 'postal-code' };

function textField(say: Say, field: Field, value: string, error: JoinPageData['error']): Html {
  const wrong = error === field;
  const described = [...(field === 'reach' ? ['reach-hint'] : []), ...(wrong ? ['fault'] : [])].join(' ');
  return html`
<label class="own" for="${field}">${say(`page.join.${field}`)}</label>
${field === 'reach' ? html`<p class="hint" id="reach-hint">${say('page.join.reach_hint')}</p>` : ''}
${wrong ? html`<p class="fault" id="fault">${say(`error.join_${field}`)}</p>` : ''}
<input${field === 'postcode' ? raw(' class="short"') : ''} type="text" id="${field}" name="${field}" dir="auto" maxlength="254" autocomplete="${autocomplete[field]}" value="${value}"${
    described ? raw(` aria-describedby="${described}"`) : ''
  }>`;
}

const topicBoxes = (say: Say, chosen: readonly string[]) => html`
<fieldset><legend><h2>${say('page.join.topics')}</h2></legend>${topics.map(
  (topic) => html`
<label class="row" for="topic-${topic}"><input type="checkbox" id="topic-${topic}" name="topic" value="${topic}"${
    chosen.includes(topic) ? raw(' checked') : ''
  }><span>${say(`topic.${topic}`)}</span></label>`,
)}</fieldset>`;

const levelRows = (say: Say, chosen: string) => html`
<fieldset><legend><h2>${say('page.join.level')}</h2></legend>${comfortLevels.map(
  (level) => html`
<label class="row" for="level-${level}"><input type="radio" id="level-${level}" name="level" value="${level}"${
    chosen === String(level) ? raw(' checked') : ''
  }><span>${say(`comfort.${level}`)}</span></label>`,
)}</fieldset>`;

export function joinPage(frame: Frame, data: JoinPageData): Html {
  const say = speaker(frame);
  const { error } = data;
  const told = error === null ? null : say(error === 'too_many' ? 'page.join.too_many' : `error.join_${error}`);
  const title = say('page.join.title');
  return page(
    frame,
    told === null ? title : say('page.frame.error_title', { title }),
    html`
${told === null ? '' : errorSummary(say, told, error === 'too_many' || error === null ? 'name' : error)}
<h1>${title}</h1><p>${say('page.join.intro')}</p>
<form method="post" action="/join">
${textField(say, 'name', data.name, error)}
${textField(say, 'reach', data.reach, error)}
${textField(say, 'postcode', data.postcode, error)}
${topicBoxes(say, data.topics)}
${levelRows(say, data.level)}
<div class="acts"><button>${say('page.join.send')}</button></div></form>
<p>${say('page.join.other_ways')}</p>`,
  );
}

/** The same for everybody: it does not say whether we know the address. */
export function joinSentPage(frame: Frame, days: number): Html {
  const say = speaker(frame);
  const sentences = [say('page.join.sent', { count: days }), say('page.join.nothing_came')];
  return messagePage(frame, { title: say('page.join.sent_title'), sentences });
}

/** Behind the link: a button, for programs that read mail open its links. */
export function joinConfirmPage(frame: Frame, { action, confirmed }: { action: string; confirmed: boolean }): Html {
  const say = speaker(frame);
  if (confirmed) return messagePage(frame, { title: say('page.join.done_title'), sentences: [say('page.join.done')] });
  const title = say('page.join.confirm_title');
  return page(
    frame,
    title,
    html`
<h1>${title}</h1><p>${say('page.join.confirm')}</p>
<form method="post" action="${action}"><div class="acts"><button>${say('page.join.confirm_act')}</button></div></form>`,
  );
}
