/**
 * What one value is worth as an answer: to us, and to survey-core. We are never the laxer, and where survey-core lets something
 * slip, it is one of the cases named here, each with an example. A case that nothing shows any more must go.
 */
import fc from 'fast-check';
import { Model } from 'survey-core';
import { expect, test } from 'vitest';
import { anyElement, anyValue } from '../../test/support/any-survey.ts';
import { checkAnswer } from '../interview/check.ts';
import { newState } from '../interview/state.ts';
import { step } from '../interview/step.ts';
import type { Input, State } from '../interview/types.ts';
import { compile } from './compile.ts';
import { assemble } from './takeapart.ts';
import type { Question, QuestionKind } from './types.ts';

const seed = 20_260_402;

/** Something survey-core takes and we do not. */
interface Stricter {
  kinds: readonly QuestionKind[];
  is: (question: Question, value: unknown) => boolean;
  example: { element: object; value: unknown };
}

const choice = { type: 'radiogroup', choices: ['a', 'b'] };
const several = { type: 'checkbox', choices: ['a', 'b'], showNoneItem: true };
const number = { type: 'text', inputType: 'number' };
const date = { type: 'text', inputType: 'date' };
const isWords = (value: unknown) => typeof value === 'string';
const isOffered = ({ options }: Question, value: unknown) => options.some(({ id }) => id === value);
const items = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

const stricter: Record<string, Stricter> = {
  'a choice that is not offered, which it drops without a word': {
    kinds: ['single', 'multiple'],
    is: (question, value) => items(value).some((one) => isWords(one) && !isOffered(question, one)),
    example: { element: choice, value: 'z' },
  },
  'several answers to a question that takes one': {
    kinds: ['single'],
    is: (_question, value) => Array.isArray(value) && value.length > 1,
    example: { element: choice, value: ['a', 'b'] },
  },
  'a list for one answer that says nothing': {
    kinds: ['single', 'yes_no'],
    is: (_question, value) => Array.isArray(value) && value.length === 1,
    example: { element: choice, value: [['a']] },
  },
  'an answer that stands alone, beside another': {
    kinds: ['multiple'],
    is: ({ options }, value) => options.some(({ id, meaning }) => meaning !== null && items(value).includes(id)),
    example: { element: several, value: ['a', 'none'] },
  },
  'a number, a truth or an object where a choice belongs': {
    kinds: ['single', 'multiple'],
    is: (_question, value) => items(value).some((one) => !isWords(one)),
    example: { element: choice, value: {} },
  },
  'anything but yes and no': {
    kinds: ['yes_no'],
    is: (_question, value) => value !== 'yes' && value !== 'no',
    example: { element: { type: 'boolean' }, value: 'maybe' },
  },
  'words where a number belongs': {
    kinds: ['number', 'scale'],
    is: (_question, value) => isWords(value),
    example: { element: number, value: 'abc' },
  },
  'what is no number at all': {
    kinds: ['number', 'scale'],
    is: (_question, value) => typeof value !== 'string' && !Number.isFinite(value),
    example: { element: number, value: Number.NaN },
  },
  'a number off its scale, or between its steps': {
    kinds: ['scale'],
    is: ({ min, max }, value) =>
      typeof value === 'number' && (value < (min ?? 0) || value > (max ?? 0) || !Number.isInteger(value)),
    example: { element: { type: 'rating', rateMin: 1, rateMax: 5 }, value: 6 },
  },
  'a day that is not in the calendar, or written another way': {
    kinds: ['date'],
    is: (_question, value) => isWords(value),
    example: { element: date, value: '2026-02-30' },
  },
  'what is no word where words belong': {
    kinds: ['text', 'date', 'photo'],
    is: (_question, value) => !isWords(value),
    example: { element: { type: 'comment' }, value: 5 },
  },
  'words past their limit': {
    kinds: ['text'],
    is: ({ maxLength }, value) => isWords(value) && String(value).length > (maxLength ?? 0),
    example: { element: { type: 'comment', maxLength: 3 }, value: 'four' },
  },
  'a photo that is none of our uploads': {
    kinds: ['photo'],
    is: (_question, value) => isWords(value),
    example: { element: { type: 'file', acceptedTypes: 'image/*' }, value: 'me.jpg' },
  },
};

/** Some values it cannot even be given: it throws, which is refusing them too. */
function askSurveyCore(model: Model, value: unknown): { taken: boolean; empty: boolean } {
  try {
    model.data = { q: value };
  } catch {
    return { taken: false, empty: false };
  }
  const asked = model.getQuestionByName('q');
  return { taken: asked.validate(false), empty: asked.isEmpty() };
}

/** Both, ready to judge values. A question that is not required, so that an empty answer is a fair one. */
function judges(element: object) {
  const { compiled, structure, editions, problems } = compile({
    elements: [{ name: 'q', ...element, isRequired: false }],
  });
  expect(problems).toEqual([]);
  const model = new Model(assemble(structure, editions));
  const question = compiled.questions[0] as Question;
  return (value: unknown) => ({
    question,
    ours: checkAnswer(question, value),
    theirs: askSurveyCore(model, value),
  });
}

const caseOf = (question: Question, value: unknown): string | undefined =>
  Object.entries(stricter).find(([, { kinds, is }]) => kinds.includes(question.kind) && is(question, value))?.[0];

test('of 4,000 random values we take none that survey-core refuses, and refuse more only in a case with a name', () => {
  const seen = new Set<string>();
  const values = fc.array(anyValue, { minLength: 10, maxLength: 10 });
  const check = fc.property(anyElement, values, (element, drawn) => {
    const judge = judges(element);
    for (const value of drawn) {
      const { question, ours, theirs } = judge(value);
      if (ours.ok) expect(theirs).toEqual({ taken: true, empty: false });
      else if (ours.reason === 'nothing_chosen') expect(theirs).toEqual({ taken: true, empty: true });
      else if (theirs.taken) {
        const name = caseOf(question, value);
        expect(name, `${question.kind} ${JSON.stringify(value)} ${ours.reason}`).toBeDefined();
        seen.add(name ?? '');
      }
    }
  });
  fc.assert(check, { seed, numRuns: 400 });
  expect([...seen].sort()).toEqual(Object.keys(stricter).sort());
});

test.each(Object.entries(stricter))('survey-core takes %s; we do not', (name, { example }) => {
  const { question, ours, theirs } = judges(example.element)(example.value);
  expect(theirs.taken).toBe(true);
  expect(ours.ok).toBe(false);
  expect(caseOf(question, example.value)).toBe(name);
});

const survey = {
  pages: [
    { elements: [{ type: 'boolean', name: 'has', isRequired: true }] },
    { elements: [{ type: 'comment', name: 'what', visibleIf: "{has} = 'yes'" }] },
    { elements: [{ type: 'comment', name: 'more' }] },
  ],
};
const { compiled, structure, editions } = compile(survey);
const modelWith = (data: object) => {
  const model = new Model(assemble(structure, editions));
  model.data = data;
  return model;
};
const played = (...inputs: Input[]) =>
  inputs.reduce<{ state: State; last: unknown }>(
    ({ state }, input) => {
      const next = step(compiled, state, input, { mode: 'web', at: '2026-04-01T10:00:00Z', by: null });
      return { state: next.state, last: next.events.at(-1) };
    },
    { state: newState('en'), last: null },
  );
const answer = (question: string, value: unknown): Input => ({ type: 'answer', question, value });

test.each(['evil', '__proto__', 'constructor', 'has.x', ''])(
  'survey-core keeps the unknown key "%s"; we do not',
  (key) => {
    if (key === 'evil') {
      const model = modelWith({ evil: 1 });
      model.tryComplete();
      expect(model.data).toHaveProperty('evil');
    }
    const { state, last } = played(answer(key, 'yes'));
    expect(last).toMatchObject({ type: 'answer_refused', reason: 'unknown_question' });
    expect(state.answers).toEqual({});
  },
);

test('survey-core keeps the answer to a question that is hidden; we keep it too, set apart, and no result counts it', () => {
  const model = modelWith({ has: 'no', what: 'Damp' });
  expect(model.validate(false)).toBe(true);
  expect(model.data).toHaveProperty('what', 'Damp');
  const { state } = played(answer('has', 'yes'), answer('what', 'Damp'), answer('has', 'no'));
  expect(state.answers.what).toMatchObject({ value: 'Damp', offRoute: true });
});

test('survey-core completes with a question on another page that must be answered and is not; we say it is not complete', () => {
  const model = modelWith({});
  model.currentPageNo = 1;
  expect(model.tryComplete()).toBe(true);
  const { last } = played({ type: 'start' }, answer('more', 'x'), { type: 'finish' });
  expect(last).toEqual({ type: 'interview_finished', complete: false });
});
