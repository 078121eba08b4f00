import { html, raw } from 'hono/html';
import { type Format, isFormat } from '../../surveys/format.ts';
import { sayDay } from '../../surveys/locales/dates.ts';
import { errorSummary, type Frame, type Html, page, type Say, speaker } from './frame.ts';

/** R6: one meeting as one halo member sees it. */
export interface GroupPageData {
  action: string;
  group: string;
  heldOn: string;
  commentsBy: string;
  /** Days until the last day for comments; below 0 after it. */
  daysLeft: number;
  items: readonly GroupItem[];
  /** Papers about no item: the agenda and the minutes. */
  papers: readonly GroupPaper[];
  /** What stands under "Anything else". */
  other: GroupItem;
  showName: boolean;
  answers: readonly { words: string; answer: string }[];
  error: { item: string; typed: string } | null;
}

export interface GroupItem {
  /** Its id, or `other`. */
  key: string;
  number: number | null;
  title: string;
  summary: string;
  papers: readonly GroupPaper[];
  /** The member's own comments from this page, newest last. */
  comments: readonly { words: string; on: string }[];
}

export interface GroupPaper {
  href: string;
  title: string;
  format: string;
  language: string;
  pages: number | null;
  size: number;
}

const megabytes = (size: number) =>
  size < 100_000 ? `${Math.ceil(size / 1000)} kB` : `${(size / 1_000_000).toFixed(1)} MB`;

const formatWords = (say: Say, format: string) =>
  isFormat(format) ? say(`format.${format satisfies Format}`) : format;

const paperLink = (say: Say, { href, title, format, language, size }: GroupPaper) => html`
<li><a class="back" href="${href}"><span lang="${language}">${title}</span> (PDF, ${formatWords(say, format)}, ${megabytes(size)})</a></li>`;

function itemForm(frame: Frame, say: Say, data: GroupPageData, item: GroupItem): Html {
  const wrong = data.error?.item === item.key;
  const id = `words-${item.key}`;
  return html`
<h2 id="item-${item.key}">${item.number === null ? '' : `${item.number}. `}${item.title}</h2>
${item.summary ? html`<p>${item.summary}</p>` : ''}
<ul class="plainlist">${item.papers.map((paper) => paperLink(say, paper))}</ul>
${item.comments.map(
  ({ words, on }) => html`
<div class="box fine"><p><b>${say('page.group.saved', { date: sayDay(frame.language, on) })}</b></p><p dir="auto">${words}</p></div>`,
)}
<form method="post" action="${data.action}"><input type="hidden" name="item" value="${item.key}">
<label class="own" for="${id}">${say('page.group.say')}</label>
${wrong ? html`<p class="fault" id="fault">${say('error.comment_empty')}</p>` : ''}
<textarea id="${id}" name="words" rows="4" dir="auto"${wrong ? raw(' aria-describedby="fault"') : ''}>${wrong ? (data.error?.typed ?? '') : ''}</textarea>
<div class="acts"><button name="do" value="comment">${say('page.frame.save')} <span class="skip">${item.title}</span></button></div></form>`;
}

const deadline = (frame: Frame, say: Say, { commentsBy, daysLeft }: GroupPageData) =>
  daysLeft < 0
    ? html`<p class="box">${say('page.group.after_deadline')}</p>`
    : html`<p><b>${say('page.group.deadline', { date: sayDay(frame.language, commentsBy), count: daysLeft })}</b></p>`;

const nameForm = (say: Say, { action, showName }: GroupPageData) => html`
<form method="post" action="${action}"><input type="hidden" name="show" value="${showName ? 'no' : 'yes'}">
<div class="acts"><button class="plain" name="do" value="name">${say(showName ? 'page.group.hide_name' : 'page.group.show_name')}</button></div></form>`;

const given = (say: Say, { answers }: GroupPageData) =>
  answers.length === 0
    ? ''
    : html`<h2>${say('page.group.answers')}</h2>
${answers.map(({ words, answer }) => html`<div class="box"><p dir="auto">${words}</p><p dir="auto"><b>${answer}</b></p></div>`)}`;

export function groupPage(frame: Frame, data: GroupPageData): Html {
  const say = speaker(frame);
  const { papers, items, other, error } = data;
  const title = say('page.group.title', { group: data.group, date: sayDay(frame.language, data.heldOn) });
  const none = papers.length === 0 && items.every((item) => item.papers.length === 0);
  return page(
    frame,
    error ? say('page.frame.error_title', { title }) : title,
    html`
${error ? errorSummary(say, say('error.comment_empty'), `words-${error.item}`) : ''}
<h1>${title}</h1>
${deadline(frame, say, data)}
${none ? html`<p>${say('page.group.not_ready', { date: sayDay(frame.language, data.commentsBy) })}</p>` : ''}
<ul class="plainlist">${papers.map((paper) => paperLink(say, paper))}</ul>
${items.map((item) => itemForm(frame, say, data, item))}
${itemForm(frame, say, data, other)}
${nameForm(say, data)}
<p>${say('page.group.other_ways')}</p>
${given(say, data)}`,
  );
}
