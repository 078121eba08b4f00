import { html, raw } from 'hono/html';
import { fields } from '../../surveys/interview/answer/web.ts';
import type { WebQuestion } from '../../surveys/interview/ask/web.ts';
import { sayDay } from '../../surveys/locales/dates.ts';
import { boxesOf, firstBox } from './answer-fields.ts';
import { formName } from './assets.ts';
import { errorSummary, type Frame, type Html, page, type Say, speaker } from './frame.ts';

/** That something can be won, and where to read of it or enter without answering. */
export interface PrizeLine {
  closesOn: string;
  href: string;
}

/** R1: one question. */
export interface QuestionPageData {
  action: string;
  asked: WebQuestion;
  /** The address of the question before; null on the first. */
  back: string | null;
  /** Set on the first page: what is told to a resident before they begin. An empty intro is said in our own words. */
  start: { intro: string; minutes: number; count: number; until: string; prize?: PrizeLine | null } | null;
  /** How many answers a resident who comes back on a new device has given. */
  welcomeBack: number | null;
  /** Answered already, on a device that may not see what. */
  answeredBefore: boolean;
  error: string | null;
  /** Easy read: easier words beside the exact ones, and a picture (its address is `data:`). */
  easy?: { words: string; picture: { src: string; alt: string } | null } | null;
  /** Where the form of a large screen has its questions from; left out where the page alone is to ask. */
  survey?: string | null;
}

function opening(frame: Frame, say: Say, { start }: QuestionPageData): Html | '' {
  if (!start) return '';
  return html`
<div class="box"><p>${start.intro === '' ? say('page.start.asks') : start.intro}</p>
<p>${say('page.start.length', { count: start.count, minutes: start.minutes })}</p>
<p>${say('page.start.confidential')}</p>
<p>${say('page.start.until', { date: sayDay(frame.language, start.until) })}</p>${prizeLine(frame, say, start.prize ?? null)}</div>`;
}

const prizeLine = (frame: Frame, say: Say, prize: PrizeLine | null): Html | '' =>
  prize === null
    ? ''
    : html`
<p>${say('page.start.prize', { date: sayDay(frame.language, prize.closesOn) })} <a href="${prize.href}">${say('page.start.prize_about')}</a></p>`;

const notes = (say: Say, { welcomeBack, answeredBefore }: QuestionPageData) =>
  html`${
    welcomeBack ? html`<p class="box fine">${say('page.welcome_back', { count: welcomeBack })}</p>` : ''
  }${answeredBefore ? html`<p class="box">${say('page.question.answered_before')}</p>` : ''}`;

/** The picture at the side where reading begins, the easier words beside it; the exact question stands above as it is. */
function easier(say: Say, { easy }: QuestionPageData): Html | '' {
  if (!easy) return '';
  const { words, picture } = easy;
  return html`<div class="easy">${picture ? html`<img src="${picture.src}" alt="${picture.alt}" width="96" height="96">` : ''}${
    words ? html`<p>${say('easy.means')} ${words}</p>` : ''
  }</div>`;
}

/** The question with its boxes: a group under its legend, or one box named by the heading. */
function asking(say: Say, data: QuestionPageData): Html {
  const { asked, error } = data;
  const { title, hint, instruction } = asked;
  const boxes = boxesOf(say, asked);
  const around = html`
${easier(say, data)}${hint ? html`<p class="hint" id="hint">${hint}</p>` : ''}
<p class="hint" id="how">${instruction}</p>
${error ? html`<p class="fault" id="fault">${error}</p>` : ''}`;
  const described = [hint && 'hint', 'how', error && 'fault'].filter(Boolean).join(' ');
  if (!boxes.grouped) return html`<h1 id="q"><label for="${firstBox}">${title}</label></h1>${around}${boxes.html}`;
  return html`<fieldset aria-describedby="${described}"><legend><h1>${title}</h1></legend>${around}${boxes.html}</fieldset>`;
}

/** A photo goes as a file, by the browser itself: the script that keeps trying sends words only. */
const open = (say: Say, { action, asked, survey }: QuestionPageData): Html =>
  asked.kind === 'photo'
    ? html`<form method="post" action="${action}/photo/${asked.id}" enctype="multipart/form-data">`
    : html`<form method="post" action="${action}" id="answer" data-trying="${say('page.question.not_saved_yet')}"${
        survey ? html` data-form="/assets/${formName}" data-survey="${survey}"` : ''
      }>`;

export function questionPage(frame: Frame, data: QuestionPageData): Html {
  const say = speaker(frame);
  const { asked, error, back } = data;
  const title = `${asked.progress}: ${asked.title}`;
  return page(
    frame,
    error ? say('page.frame.error_title', { title }) : title,
    html`
${back ? html`<a class="back" href="${back}">${say('page.frame.back')}</a>` : ''}
${error ? errorSummary(say, error, firstBox) : ''}
${opening(frame, say, data)}${notes(say, data)}
${asked.pageText ? html`<p class="pagetext">${asked.pageText}</p>` : ''}
<p class="meta">${asked.progress}</p>
${open(say, data)}
<input type="hidden" name="question" value="${asked.id}">
${asking(say, data)}
<div class="acts"><button name="${fields.action}" value="save">${say(asked.last ? 'page.question.finish' : 'page.question.save')}</button>
<button class="link" name="${fields.action}" value="skip"${raw(' formnovalidate')}>${say('page.question.skip')}</button></div>
<p role="status" id="saving"></p>
</form>
<p class="meta">${say('page.question.saved')}</p>`,
  );
}
