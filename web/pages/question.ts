import { html, raw } from 'hono/html';
import type { AnswerValue, Progress } from '../../surveys/interview/types.ts';
import { sayDay } from '../../surveys/locales/dates.ts';
import { introKey, questionKey } from '../../surveys/questionnaire/keys.ts';
import type { Question, Texts } from '../../surveys/questionnaire/types.ts';
import { fill } from '../../surveys/questionnaire/words.ts';
import { answerFields } from './answer-fields.ts';
import { errorSummary, type Frame, type Html, page, type Say, speaker } from './frame.ts';

/** R1: one question. */
export interface QuestionPageData {
  action: string;
  question: Question;
  texts: Texts;
  progress: Progress;
  /** The address of the question before; null on the first. */
  back: string | null;
  /** Set on the first page: what is asked of the resident before they begin. */
  start: { minutes: number; count: number; until: string } | null;
  /** How many answers a resident who comes back on a new device has given. */
  welcomeBack: number | null;
  /** Answered already, on a device that may not see what. */
  answeredBefore: boolean;
  /** What stands in the boxes: the answer there is, or what was just typed. */
  value: AnswerValue | null;
  error: string | null;
  /** No question follows. */
  last: boolean;
}

/** The words of a question with the landlord's name filled in. */
export const wordsOf = (texts: Texts, key: string, landlord: string): string => fill(texts[key] ?? '', { landlord });

const progressWords = (say: Say, { number, total, open }: Progress) =>
  say(open ? 'page.question.progress_open' : 'page.question.progress', { number, total });

function opening(frame: Frame, say: Say, { start, texts }: QuestionPageData): Html | '' {
  if (!start) return '';
  const intro = wordsOf(texts, introKey, frame.landlord.name);
  return html`
<div class="box"><p>${intro === '' ? say('page.start.asks') : intro}</p>
<p>${say('page.start.length', start)}</p>
<p>${say('page.start.confidential')}</p>
<p>${say('page.start.until', { date: sayDay(frame.language, start.until) })}</p></div>`;
}

const notes = (say: Say, { welcomeBack, answeredBefore }: QuestionPageData) =>
  html`${
    welcomeBack ? html`<p class="box fine">${say('page.welcome_back', { count: welcomeBack })}</p>` : ''
  }${answeredBefore ? html`<p class="box">${say('page.question.answered_before')}</p>` : ''}`;

/** The id that the error summary points to. */
export const firstField = 'a0';

export function questionPage(frame: Frame, data: QuestionPageData): Html {
  const say = speaker(frame);
  const { question, texts, progress, error, back, action, last } = data;
  const heading = wordsOf(texts, questionKey(question.id, 'title'), frame.landlord.name);
  const hint = wordsOf(texts, questionKey(question.id, 'hint'), frame.landlord.name);
  const title = `${progressWords(say, progress)}: ${heading}`;
  const fields = answerFields(frame, data);
  const described = ['how', hint && 'hint', error && 'fault'].filter(Boolean).join(' ');
  const head = html`<h1${fields.grouped ? '' : raw(` id="q"`)}>${heading}</h1>`;
  const around = html`
${hint ? html`<p class="hint" id="hint">${hint}</p>` : ''}
<p class="hint" id="how">${fields.how}</p>
${error ? html`<p class="fault" id="fault">${error}</p>` : ''}`;
  return page(
    frame,
    error ? say('page.frame.error_title', { title }) : title,
    html`
${back ? html`<a class="back" href="${back}">${say('page.frame.back')}</a>` : ''}
${error ? errorSummary(say, error, firstField) : ''}
${opening(frame, say, data)}${notes(say, data)}
<p class="meta">${progressWords(say, progress)}</p>
<form method="post" action="${action}" id="answer" data-trying="${say('page.question.not_saved_yet')}">
<input type="hidden" name="question" value="${question.id}">
${
  fields.grouped
    ? html`<fieldset aria-describedby="${described}"><legend>${head}</legend>${around}${fields.boxes}</fieldset>`
    : html`${head}${around}${fields.boxes}`
}
<div class="acts"><button name="do" value="save">${say(last ? 'page.question.finish' : 'page.question.save')}</button>
<button class="link" name="do" value="skip" formnovalidate>${say('page.question.skip')}</button></div>
<p role="status" id="saving"></p>
</form>
<p class="meta">${say('page.question.saved')}</p>`,
  );
}
