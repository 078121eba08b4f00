import { html, raw } from 'hono/html';
import { fields } from '../../surveys/interview/answer/web.ts';
import { aboutFields, firstAbout } from './about-fields.ts';
import { errorSummary, type Frame, type Html, page, speaker } from './frame.ts';

/** After the last question, once: why we would like to know more, and that it is left to them. */
export function aboutOfferPage(frame: Frame, { action, count }: { action: string; count: number }): Html {
  const say = speaker(frame);
  return page(
    frame,
    say('page.about.title'),
    html`
<h1 tabindex="-1" autofocus>${say('page.about.title')}</h1>
<p class="box fine">${say('page.about.saved')}</p>
<p>${say('page.about.why')}</p>
<p>${say('page.about.free')}</p>
<p>${say('page.about.apart')}</p>
<form method="post" action="${action}"><div class="acts">
<button name="${fields.action}" value="begin">${say('page.about.begin', { count })}</button>
<button class="plain" name="${fields.action}" value="end">${say('page.about.no')}</button></div></form>`,
  );
}

/** One optional question, in the words of its list. */
export interface AboutQuestion {
  action: string;
  step: string;
  number: number;
  count: number;
  title: string;
  options: readonly { code: string; label: string }[];
  /** The address of the question before; null on the first. */
  back: string | null;
  error: string | null;
}

export function aboutQuestionPage(frame: Frame, question: AboutQuestion): Html {
  const say = speaker(frame);
  const { action, step, number, count, title, back, error } = question;
  const progress = say('page.about.progress', { number, total: count });
  const whole = `${progress}: ${title}`;
  return page(
    frame,
    error ? say('page.frame.error_title', { title: whole }) : whole,
    html`
${back ? html`<a class="back" href="${back}">${say('page.frame.back')}</a>` : ''}
${error ? errorSummary(say, error, firstAbout) : ''}
<p class="meta">${progress}</p>
<form method="post" action="${action}">
<input type="hidden" name="question" value="${step}">
<fieldset aria-describedby="how${error ? ' fault' : ''}"><legend><h1>${title}</h1></legend>
<p class="hint" id="how">${say('page.about.optional')}</p>
${error ? html`<p class="fault" id="fault">${error}</p>` : ''}
${aboutFields(question.options, say('page.about.rather_not'), say('page.question.or'))}</fieldset>
<div class="acts"><button name="${fields.action}" value="save">${say('page.question.save')}</button>
<button class="link" name="${fields.action}" value="skip"${raw(' formnovalidate')}>${say('page.question.skip')}</button>
<button class="link" name="${fields.action}" value="end"${raw(' formnovalidate')}>${say('page.about.stop')}</button></div>
</form>
<p class="meta">${say('page.about.kept_apart')}</p>`,
  );
}
