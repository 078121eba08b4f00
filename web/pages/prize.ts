import { html } from 'hono/html';
import { sayDay } from '../../surveys/locales/dates.ts';
import { type Frame, type Html, page, speaker } from './frame.ts';
import { messagePage } from './message.ts';

/** A prize draw, as whoever has a code may read of it. */
export interface PrizePageData {
  action: string;
  prize: string;
  terms: string;
  winners: number;
  closesOn: string;
  /** Entered by a step of its own only: the survey is anonymous. */
  apart: boolean;
  /** What was just asked for. */
  done: 'in' | 'out' | null;
}

/** What can be won, how, and two buttons: in without answering, or out. */
export function prizePage(frame: Frame, data: PrizePageData): Html {
  const say = speaker(frame);
  const title = say('page.prize.title');
  const done = data.done === null ? null : say(data.done === 'in' ? 'page.prize.entered' : 'page.prize.left');
  return page(
    frame,
    title,
    html`
<h1 tabindex="-1" autofocus>${title}</h1>
${done === null ? '' : html`<p class="box fine" role="status">${done}</p>`}
<p>${say('page.prize.win', { prize: `\u2068${data.prize}\u2069`, count: data.winners })}</p>
<p>${say('page.start.prize', { date: sayDay(frame.language, data.closesOn) })}</p>
<p>${say(data.apart ? 'page.prize.how_apart' : 'page.prize.how')}</p>
<p>${say('page.prize.fair')}</p>
${data.terms === '' ? '' : html`<p dir="auto">${data.terms}</p>`}
<form method="post" action="${data.action}"><div class="acts">
<button name="do" value="enter">${say('page.prize.enter')}</button>
<button class="link" name="do" value="leave">${say('page.prize.leave')}</button>
</div></form>`,
  );
}

export const prizeOverPage = (frame: Frame): Html => {
  const say = speaker(frame);
  return messagePage(frame, { title: say('page.prize.over'), sentences: [say('page.closed.tell_us')] });
};
