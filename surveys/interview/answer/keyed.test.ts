import { expect, test } from 'vitest';
import { instrumentById } from '../../instruments/instruments.ts';
import { compile } from '../../questionnaire/compile.ts';
import { readKeyed } from './keyed.ts';

const { questions } = compile(instrumentById('panel-quarterly')?.survey).compiled;
const day = compile({ elements: [{ type: 'text', name: 'day', title: 'Day?', inputType: 'date' }] }).compiled
  .questions[0];

test.each([
  ['stairs', '4', { type: 'answer', value: 'dirty' }],
  ['stairs', ' ٤ ', { type: 'answer', value: 'dirty' }],
  ['stairs', '9', { type: 'answer', value: '9' }],
  ['stairs', '1 2', { type: 'answer', value: ['very_clean', 'clean'] }],
  ['stairs', '', { type: 'answer', value: undefined }],
  ['stairs', '-', { type: 'blank' }],
  ['stairs', '/', { type: 'back' }],
  ['stairs', '*1 2', { type: 'double_marked', values: ['very_clean', 'clean'] }],
  ['contact', '1 3', { type: 'answer', value: ['phone', 'text'] }],
  ['repair', '2', { type: 'answer', value: 'no' }],
  ['recommend', '10', { type: 'answer', value: 10 }],
  ['recommend', '*7 8', { type: 'double_marked', values: ['7', '8'] }],
  ['better', '* mend the lift', { type: 'answer', value: '* mend the lift' }],
  ['better', '-', { type: 'blank' }],
])('%s keyed as "%s"', (id, keys, input) => {
  const question = questions.find((one) => one.id === id);
  expect(question && readKeyed(question, keys)).toMatchObject(input);
});

test('a date is keyed as day, month and year', () => {
  expect(day && readKeyed(day, '3 5 2026')).toMatchObject({ type: 'answer', value: '2026-05-03' });
  expect(day && readKeyed(day, '3 5')).toMatchObject({ type: 'answer', value: '3 5' });
});
