import { expect, test } from 'vitest';
import { instrumentById } from '../../instruments/instruments.ts';
import { compile } from '../../questionnaire/compile.ts';
import { newState } from '../state.ts';
import { step } from '../step.ts';
import type { Context, State } from '../types.ts';
import { askByWeb } from './web.ts';

const { compiled, texts } = compile(instrumentById('panel-quarterly')?.survey);
const wording = { texts, language: 'en', landlord: 'Millbrook Homes' } as const;
const web: Context = { mode: 'web', at: '2026-04-01T10:00:00.000Z', by: null };

const at = (cursor: string, answers: Record<string, unknown> = {}): State => {
  const given = Object.entries(answers).reduce<State>(
    (state, [question, value]) => step(compiled, state, { type: 'answer', question, value }, web).state,
    newState('en'),
  );
  return { ...given, cursor };
};

test('a question page has words, numbers and what is chosen', () => {
  expect(askByWeb(compiled, at('stairs', { stairs: 'ok' }), wording, true)).toMatchObject({
    progress: 'Question 1 of up to 8',
    title: 'How clean are the stairs and halls?',
    instruction: 'Choose one answer',
    answered: true,
    hasBack: false,
    last: false,
  });
  const chosen = askByWeb(compiled, at('stairs', { stairs: 'ok' }), wording, true)?.options.filter((one) => one.chosen);
  expect(chosen?.map((option) => [option.number, option.label])).toEqual([[3, 'OK']]);
});

test('a new device is not shown what was answered', () => {
  const page = askByWeb(compiled, at('better', { better: 'The lift' }), wording, false);
  expect([page?.value, page?.answered]).toEqual(['', true]);
});

test('a scale has a row for each number, with its end words', () => {
  const page = askByWeb(compiled, at('recommend', { recommend: 0 }), wording, true);
  expect(page?.options.map((option) => option.number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(page?.options[0]).toMatchObject({ label: 'Not at all likely', chosen: true });
  expect(page?.options[10]).toMatchObject({ label: 'Very likely', chosen: false });
});

test('None of these stands alone', () => {
  expect(askByWeb(compiled, at('contact'), wording, true)?.options.filter((option) => option.alone)).toMatchObject([
    { number: 6, label: 'None of these' },
  ]);
});

test('the last question says so only when nothing can follow', () => {
  const answered = { stairs: 'ok', overall: 'neither', contact: ['none'], repair: 'no', recommend: 5, safe: 'safe' };
  expect(askByWeb(compiled, at('better', answered), wording, true)?.last).toBe(true);
  expect(askByWeb(compiled, at('better'), wording, true)?.last).toBe(false);
  expect(askByWeb(compiled, at('better', answered), wording, true)?.instruction).toBe(
    'You can write up to 4,000 letters',
  );
});

test('the figures of a page are 0 to 9 in every language', () => {
  const { editions } = compile(instrumentById('panel-quarterly')?.survey);
  const urdu = { texts: editions.ur ?? {}, language: 'ur', landlord: 'Millbrook Homes' } as const;
  expect(askByWeb(compiled, at('better'), urdu, true)?.instruction).toContain('4,000');
});

test('nobody is asked when it is over', () => {
  expect(askByWeb(compiled, newState('en'), wording, true)).toBeNull();
});
