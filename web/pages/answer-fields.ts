import { html, raw } from 'hono/html';
import type { AnswerValue } from '../../surveys/interview/types.ts';
import { questionKey } from '../../surveys/questionnaire/keys.ts';
import type { Option, Question, QuestionKind } from '../../surveys/questionnaire/types.ts';
import { type Frame, type Html, type Say, speaker } from './frame.ts';
import { firstField, type QuestionPageData, wordsOf } from './question.ts';

/** The boxes of one kind of question, and how to use them. `grouped` boxes stand in a fieldset under their question. */
export interface Fields {
  grouped: boolean;
  how: string;
  boxes: Html;
}

type Draw = (frame: Frame, say: Say, data: QuestionPageData) => Fields;

const has = (value: AnswerValue | null, id: string): boolean =>
  Array.isArray(value) ? value.includes(id) : String(value) === id;

interface Row {
  type: 'radio' | 'checkbox';
  value: string;
  at: number;
  mark: string;
  words: string;
  checked: boolean;
}

const row = ({ type, value, at, mark, words, checked }: Row) => html`
<label class="row" for="a${at}"><input type="${type}" id="a${at}" name="answer" value="${value}"${
  checked ? raw(' checked') : ''
}><b>${mark}</b> <span>${words}</span></label>`;

const optionRows = (
  frame: Frame,
  { question, texts, value }: QuestionPageData,
  type: Row['type'],
  or: string,
): Html[] =>
  question.options.map((option, at) => {
    const words = wordsOf(texts, option.key, frame.landlord.name);
    const drawn = row({ type, value: option.id, at, mark: String(at + 1), words, checked: has(value, option.id) });
    return standsAlone(question, option) && at > 0 ? html`<p class="meta">${or}</p>${drawn}` : drawn;
  });

const standsAlone = (question: Question, option: Option) => question.kind === 'multiple' && option.meaning !== null;

const single: Draw = (frame, say, data) => ({
  grouped: true,
  how: say('page.question.choose_one'),
  boxes: html`${optionRows(frame, data, 'radio', '')}`,
});

const multiple: Draw = (frame, say, data) => ({
  grouped: true,
  how: say('page.question.choose_all'),
  boxes: html`${optionRows(frame, data, 'checkbox', say('page.question.or'))}`,
});

/** Every point a row of its own; the words of the ends stand on the ends. */
const scale: Draw = (frame, say, { question, texts, value }) => {
  const [min, max] = [question.min ?? 0, question.max ?? 10];
  const end = (part: 'min' | 'max') => wordsOf(texts, questionKey(question.id, part), frame.landlord.name);
  const points = Array.from({ length: max - min + 1 }, (_, at) => min + at);
  const words = (point: number) => (point === min ? end('min') : point === max ? end('max') : '');
  return {
    grouped: true,
    how: say('page.question.scale', { min, max }),
    boxes: html`${points.map((point, at) =>
      row({
        type: 'radio',
        value: String(point),
        at,
        mark: String(point),
        words: words(point),
        checked: has(value, String(point)),
      }),
    )}`,
  };
};

const number: Draw = (_frame, say, { question: { min, max }, value }) => ({
  grouped: false,
  how: min !== null && max !== null ? say('page.question.scale', { min, max }) : '',
  boxes: html`<input class="short" type="text" id="${firstField}" name="answer" inputmode="decimal" autocomplete="off" maxlength="40" aria-labelledby="q" aria-describedby="how" value="${value === null ? '' : String(value)}">`,
});

const date: Draw = (_frame, say, { value }) => {
  const [year = '', month = '', day = ''] = typeof value === 'string' ? value.split('-') : [];
  const box = (name: 'day' | 'month' | 'year', id: string, given: string) => html`
<label for="${id}">${say(`page.question.${name}`)}<br><input type="text" id="${id}" name="${name}" inputmode="numeric" autocomplete="off" maxlength="10" value="${given}"></label>`;
  return {
    grouped: true,
    how: '',
    boxes: html`<div class="boxes">${box('day', firstField, day)}${box('month', 'a1', month)}${box('year', 'a2', year)}</div>`,
  };
};

const text: Draw = (_frame, say, { question: { maxLength }, value }) => ({
  grouped: false,
  how: maxLength === null ? '' : say('page.question.write', { max: maxLength.toLocaleString('en-GB') }),
  boxes: html`
<p class="meta" id="danger">${say('page.question.danger')}</p>
<textarea id="${firstField}" name="answer" rows="5" dir="auto" autocomplete="off" aria-labelledby="q" aria-describedby="how danger">${typeof value === 'string' ? value : ''}</textarea>`,
});

const draws: Record<QuestionKind, Draw> = { single, yes_no: single, multiple, scale, number, date, text };

/** The boxes a question is answered in. */
export const answerFields = (frame: Frame, data: QuestionPageData): Fields =>
  draws[data.question.kind](frame, speaker(frame), data);
