import { expect, test } from 'vitest';
import { instrumentById } from '../../instruments/instruments.ts';
import { compile } from '../../questionnaire/compile.ts';
import { readForm } from './web.ts';

const { questions } = compile(instrumentById('panel-quarterly')?.survey).compiled;
const asked = (id: string) => {
  const question = questions.find((one) => one.id === id);
  if (!question) throw new Error(`no question ${id}`);
  return question;
};

test.each([
  ['stairs', { answer: 'clean' }, { type: 'answer', question: 'stairs', value: 'clean' }],
  ['stairs', { answer: ['clean', 'ok'] }, { type: 'answer', question: 'stairs', value: ['clean', 'ok'] }],
  ['stairs', {}, { type: 'answer', question: 'stairs', value: undefined }],
  ['stairs', { answer: new Uint8Array(2) }, { type: 'answer', question: 'stairs', value: undefined }],
  ['stairs', { action: 'skip', answer: 'clean' }, { type: 'skip', question: 'stairs' }],
  ['stairs', { action: 'back', answer: 'clean' }, { type: 'back' }],
  ['contact', { answer: 'phone' }, { type: 'answer', question: 'contact', value: ['phone'] }],
  ['recommend', { answer: '۱۰' }, { type: 'answer', question: 'recommend', value: 10 }],
  ['recommend', { answer: 'ten' }, { type: 'answer', question: 'recommend', value: 'ten' }],
  ['better', { answer: ' 2 ' }, { type: 'answer', question: 'better', value: ' 2 ' }],
])('%s posted with %j', (id, posted, input) => {
  expect(readForm(asked(id), posted, false)).toEqual(input);
});

test('nothing posted to a question answered before keeps that answer', () => {
  expect(readForm(asked('stairs'), { answer: '' }, true)).toEqual({ type: 'blank', question: 'stairs' });
});
