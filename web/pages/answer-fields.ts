import { html, raw } from 'hono/html';
import { fields } from '../../surveys/interview/answer/web.ts';
import type { WebOption, WebQuestion } from '../../surveys/interview/ask/web.ts';
import type { QuestionKind } from '../../surveys/questionnaire/types.ts';
import type { Html, Say } from './frame.ts';

/** The boxes of one kind of question. `grouped` boxes stand in a fieldset under their question. */
export interface Boxes {
  grouped: boolean;
  html: Html;
}

type Draw = (say: Say, asked: WebQuestion) => Boxes;

/** The id of the first box: where the error summary points to. */
export const firstBox = 'a0';

const row = (type: 'radio' | 'checkbox', { number, id, label, chosen }: WebOption, at: number) => html`
<label class="row" for="a${at}"><input type="${type}" id="a${at}" name="${fields.answer}" value="${id}"${
  chosen ? raw(' checked') : ''
}><b>${number}</b> <span>${label}</span></label>`;

const one: Draw = (_say, { options }) => ({
  grouped: true,
  html: html`${options.map((option, at) => row('radio', option, at))}`,
});

/** An answer that stands alone comes after "or". */
const several: Draw = (say, { options }) => ({
  grouped: true,
  html: html`${options.map((option, at) =>
    option.alone && at > 0
      ? html`<p class="meta">${say('page.question.or')}</p>${row('checkbox', option, at)}`
      : row('checkbox', option, at),
  )}`,
});

const number: Draw = (_say, { value }) => ({
  grouped: false,
  html: html`<input class="short" type="text" id="${firstBox}" name="${fields.answer}" inputmode="decimal" autocomplete="off" maxlength="40" aria-labelledby="q" aria-describedby="how" value="${value}">`,
});

const date: Draw = (say, { date: [day, month, year] }) => {
  const box = (name: 'day' | 'month' | 'year', id: string, given: string) => html`
<label for="${id}">${say(`page.question.${name}`)}<br><input type="text" id="${id}" name="${fields[name]}" inputmode="numeric" autocomplete="off" maxlength="10" value="${given}"></label>`;
  return {
    grouped: true,
    html: html`<div class="boxes">${box('day', firstBox, day)}${box('month', 'a1', month)}${box('year', 'a2', year)}</div>`,
  };
};

const line = (value: string) =>
  html`<input class="line" type="text" id="${firstBox}" name="${fields.answer}" dir="auto" autocomplete="off" aria-labelledby="q" aria-describedby="how danger" value="${value}">`;

const area = (value: string) =>
  html`<textarea id="${firstBox}" name="${fields.answer}" rows="5" dir="auto" autocomplete="off" aria-labelledby="q" aria-describedby="how danger">${value}</textarea>`;

/** Own words: one line, or a box of several. */
const text: Draw = (say, { value, short }) => ({
  grouped: false,
  html: html`
<p class="meta" id="danger">${say('page.question.danger')}</p>
${short ? line(value) : area(value)}`,
});

/** Kinds of file offered to choose from. Not HEIC: a phone that makes it then gives us a JPEG, which we can clear of its place. */
const photoKinds = 'image/jpeg,image/png,image/webp';

const photo: Draw = (say, { answered }) => ({
  grouped: false,
  html: html`
<p class="meta" id="private">${say('page.question.photo_private')}</p>
${answered ? html`<p class="box fine">${say('page.question.photo_kept')}</p>` : ''}
<input class="line" type="file" id="${firstBox}" name="${fields.photo}" accept="${photoKinds}" aria-labelledby="q" aria-describedby="how private">`,
});

const draws: Record<QuestionKind, Draw> = {
  single: one,
  yes_no: one,
  scale: one,
  multiple: several,
  number,
  date,
  text,
  photo,
};

/** The boxes a question is answered in. */
export const boxesOf: Draw = (say, asked) => draws[asked.kind](say, asked);
