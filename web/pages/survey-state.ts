import { html } from 'hono/html';
import { sayDay } from '../../surveys/locales/dates.ts';
import { type Frame, type Html, page, speaker } from './frame.ts';
import { messagePage } from './message.ts';
import type { PrizeLine } from './question.ts';

/** R3: why there is no question to answer at this address. */
export type Standing =
  | {
      kind: 'closed';
      date: string;
      answered: { count: number; total: number } | null;
      started: boolean;
      /** Something was just sent, after the end. */
      kept: boolean;
      heard: boolean;
    }
  | { kind: 'not_open'; date: string }
  | { kind: 'paused' }
  | { kind: 'code_used' };

export function standingPage(frame: Frame, standing: Standing): Html {
  const say = speaker(frame);
  const tellUs = say('page.closed.tell_us');
  switch (standing.kind) {
    case 'closed': {
      const { answered, started, kept, heard, date } = standing;
      const never = started || kept ? null : say('page.closed.never');
      const part = answered ? say('page.closed.answered', answered) : never;
      return messagePage(frame, {
        title: say('page.closed.title', { date: sayDay(frame.language, date) }),
        sentences: [...(kept ? [say('page.closed.kept')] : []), ...(part === null ? [] : [part]), tellUs],
        link: heard ? { href: '/you-said-we-did', words: say('page.closed.heard') } : null,
      });
    }
    case 'not_open':
      return messagePage(frame, {
        title: say('page.not_open.title', { date: sayDay(frame.language, standing.date) }),
        sentences: [tellUs],
      });
    case 'paused':
      return messagePage(frame, { title: say('page.paused.title'), sentences: [say('page.paused.safe'), tellUs] });
    case 'code_used':
      return messagePage(frame, { title: say('page.code_used.title'), sentences: [tellUs] });
  }
}

/** R4: what was saved and what happens next. Dates that are not known are left out. */
export interface ThanksData {
  answers: number;
  opensOn: string;
  closesOn: string;
  resultsOn: string | null;
  actionOn: string | null;
  last: { said: string; did: string } | null;
  /** Where an answer can be changed; null on a device that did not answer. */
  change: string | null;
  /** The draw this survey has, if any: `entered` by taking part, else by a step of its own. */
  prize: (PrizeLine & { entered: boolean }) | null;
}

function prizeBox(frame: Frame, prize: ThanksData['prize']): Html | '' {
  if (prize === null) return '';
  const say = speaker(frame);
  const date = sayDay(frame.language, prize.closesOn);
  return html`<p class="box">${say(prize.entered ? 'page.thanks.prize_in' : 'page.thanks.prize_enter', { date })}
<a href="${prize.href}">${say('page.start.prize_about')}</a></p>`;
}

function promises(frame: Frame, { opensOn, closesOn, resultsOn, actionOn }: ThanksData): Html[] {
  const say = speaker(frame);
  const day = (date: string) => sayDay(frame.language, date);
  const asking = say('page.thanks.asking', { from: day(opensOn), to: day(closesOn) });
  return [
    html`<dt>${asking}</dt><dd>${say('page.thanks.asking_others')}</dd>`,
    ...(resultsOn
      ? [html`<dt>${say('page.thanks.by', { date: day(resultsOn) })}</dt><dd>${say('page.thanks.results')}</dd>`]
      : []),
    ...(actionOn
      ? [html`<dt>${say('page.thanks.by', { date: day(actionOn) })}</dt><dd>${say('page.thanks.actions')}</dd>`]
      : []),
  ];
}

/** Words of another direction kept apart from ours, whichever they are in (U+2068, U+2069). */
const apart = ({ said, did }: { said: string; did: string }) => ({
  said: `\u2068${said}\u2069`,
  did: `\u2068${did}\u2069`,
});

export function thanksPage(frame: Frame, data: ThanksData): Html {
  const say = speaker(frame);
  const title = data.answers > 0 ? say('page.thanks.title', { count: data.answers }) : say('page.thanks.short_title');
  return page(
    frame,
    say('page.thanks.short_title'),
    html`
<h1 tabindex="-1" autofocus>${title}</h1>
<h2>${say('page.thanks.next')}</h2>
<dl>${promises(frame, data)}</dl>
${prizeBox(frame, data.prize)}
${data.last ? html`<p class="box">${say('page.thanks.last_time', apart(data.last))}</p>` : ''}
<ul class="plainlist">
<li><a class="back" href="/you-said-we-did">${say('page.thanks.outcomes')}</a></li>
<li><a class="back" href="/join">${say('page.thanks.join')}</a></li>
${data.change ? html`<li><a class="back" href="${data.change}">${say('page.thanks.change')}</a></li>` : ''}
</ul>
<p>${say('page.thanks.preferences')}</p>`,
  );
}
