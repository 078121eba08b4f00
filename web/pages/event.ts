import { html, raw } from 'hono/html';
import { type EventKind, type Reply, replies } from '../../surveys/groups/event.ts';
import { sayDay } from '../../surveys/locales/dates.ts';
import { type Frame, type Html, isolate, page, type Say, speaker } from './frame.ts';

/** One invitation as the resident sees it: three buttons, and what they said before. */
export interface EventPageData {
  action: string;
  kind: EventKind;
  title: string;
  group: string | null;
  about: string;
  heldOn: string | null;
  startsAt: string;
  place: string;
  replyBy: string;
  reply: Reply | null;
  /** Replies are no longer taken, and why. */
  closed: 'over' | 'called_off' | null;
}

const savedWords = (say: Say, { language }: Frame, { kind, reply, replyBy }: EventPageData): string => {
  if (reply === 'maybe') return say('page.event.saved_maybe', { date: sayDay(language, replyBy) });
  if (reply === 'no') return say('page.event.saved_no');
  return say(kind === 'join' ? 'page.event.saved_join' : 'page.event.saved_yes');
};

const whenWords = ({ language }: Frame, { heldOn, startsAt }: EventPageData): string =>
  [heldOn && sayDay(language, heldOn), startsAt && isolate(language, startsAt)].filter(Boolean).join(', ');

function facts(frame: Frame, say: Say, data: EventPageData): Html {
  const when = whenWords(frame, data);
  return html`
${data.about === '' ? '' : html`<p dir="auto">${data.about}</p>`}
${when === '' ? '' : html`<p><b>${say('event.when', { when })}</b></p>`}
${data.place === '' ? '' : html`<p><b>${say('event.where', { place: data.place })}</b></p>`}`;
}

function buttons(frame: Frame, say: Say, { action, kind, reply, replyBy }: EventPageData): Html {
  const ask = kind === 'join' ? 'join' : 'come';
  const each = replies.map(
    (one) => html`
<button class="${one === 'yes' ? '' : 'plain'}" name="reply" value="${one}"${reply === one ? raw(' aria-current="true"') : ''}>${say(`event.${ask}_${one}`)}</button>`,
  );
  return html`
<form method="post" action="${action}"><h2>${say(`event.question_${ask}`)}</h2>
<div class="acts">${each}</div></form>
<p>${reply === null ? say('event.reply_by', { deadline: sayDay(frame.language, replyBy) }) : say('page.event.change')}</p>`;
}

export function eventPage(frame: Frame, data: EventPageData): Html {
  const say = speaker(frame);
  const { kind, title, group, reply, closed } = data;
  const heading =
    kind === 'join' ? say('event.subject_join', { group: group ?? title }) : say('event.subject', { title });
  return page(
    frame,
    heading,
    html`
<h1>${heading}</h1>
${reply === null ? '' : html`<p class="box fine" role="status" tabindex="-1" autofocus>${savedWords(say, frame, data)}</p>`}
${facts(frame, say, data)}
${closed === null ? buttons(frame, say, data) : html`<p class="box">${say(`page.event.${closed}`)}</p>`}
<p>${say('event.why')}</p>
${closed === null ? html`<p>${say('event.needs')}</p>` : ''}`,
  );
}
