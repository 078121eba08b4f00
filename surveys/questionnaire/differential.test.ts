/** Our conditions against survey-core's own: the same questions must be shown for the same answers. */
import fc from 'fast-check';
import { Model } from 'survey-core';
import { expect, test } from 'vitest';
import { instrumentById } from '../instruments/instruments.ts';
import { route } from '../interview/route.ts';
import { newState } from '../interview/state.ts';
import type { AnswerValue, State } from '../interview/types.ts';
import { compile } from './compile.ts';
import type { Question } from './types.ts';

const seed = 20_260_401;
type Given = Record<string, AnswerValue>;

/** Any answer a question can have, or none. */
function anyAnswer(question: Question): fc.Arbitrary<AnswerValue | undefined> {
  const ids = question.options.map((option) => option.id);
  const none = fc.constant(undefined);
  switch (question.kind) {
    case 'single':
    case 'yes_no':
      return fc.oneof(none, fc.constantFrom(...ids));
    case 'multiple':
      return fc.oneof(none, fc.subarray(ids, { minLength: 1 }));
    case 'scale':
      return fc.oneof(none, fc.integer({ min: question.min ?? 0, max: question.max ?? 0 }));
    case 'number':
      return fc.oneof(none, fc.integer({ min: -2, max: 12 }));
    case 'date':
      return fc.oneof(none, fc.constantFrom('2019-12-31', '2020-01-01', '2024-02-29'));
    case 'photo':
      return fc.oneof(none, fc.uuid());
    case 'text':
      return fc.oneof(none, fc.constantFrom('words', 'Words ', '0', 'false'));
  }
}

function anyAnswers(questions: readonly Question[]): fc.Arbitrary<Given> {
  const each = Object.fromEntries(questions.map((question) => [question.id, anyAnswer(question)]));
  return fc
    .record(each)
    .map((given) =>
      Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    ) as fc.Arbitrary<Given>;
}

/** What survey-core shows, once answers to what it hides are taken away; ours does so in one pass. */
function shownBySurveyCore(model: Model, given: Given): string[] {
  let data: Given = given;
  for (;;) {
    model.data = data;
    const shown = model
      .getAllQuestions()
      .filter((question) => question.isVisible)
      .map((question) => question.name);
    const kept = Object.fromEntries(Object.entries(data).filter(([id]) => shown.includes(id)));
    if (Object.keys(kept).length === Object.keys(data).length) return shown;
    data = kept;
  }
}

function shownByUs(compiled: { questions: readonly Question[] }, given: Given): string[] {
  const answers = Object.entries(given).map(([id, value]) => [id, { value, mode: 'web', at: '', by: null }] as const);
  const state: State = { ...newState('en'), answers: Object.fromEntries(answers) };
  return route({ compiler: 1, ...compiled }, state).map((question) => question.id);
}

test.each(['panel-quarterly', 'tsm-2023'])('%s shows the same questions for 100 random sets of answers', (id) => {
  const survey = instrumentById(id)?.survey as object;
  const { compiled } = compile(survey);
  const model = new Model(survey);
  fc.assert(
    fc.property(anyAnswers(compiled.questions), (given) => {
      expect(shownByUs(compiled, given)).toEqual(shownBySurveyCore(model, given));
    }),
    { seed, numRuns: 100 },
  );
});

const base = [
  { type: 'radiogroup', name: 'one', choices: ['a', 'b', 'c'] },
  { type: 'checkbox', name: 'many', choices: ['a', 'b', 'c'], showNoneItem: true },
  { type: 'rating', name: 'score', rateMin: 0, rateMax: 10 },
  { type: 'boolean', name: 'agreed', valueTrue: 'yes', valueFalse: 'no' },
  { type: 'text', name: 'number', inputType: 'number' },
  { type: 'text', name: 'day', inputType: 'date' },
  { type: 'comment', name: 'words' },
];

const leaf = fc.oneof(
  fc.tuple(fc.constantFrom('=', '<>'), fc.constantFrom('a', 'b', 'c')).map(([op, id]) => `{one} ${op} '${id}'`),
  fc.subarray(['a', 'b', 'c'], { minLength: 1 }).map((ids) => `{one} anyof [${ids.map((id) => `'${id}'`).join(', ')}]`),
  fc
    .tuple(
      fc.constantFrom('anyof', 'allof', 'noneof', 'contains', 'notcontains'),
      fc.subarray(['a', 'b', 'c', 'none'], { minLength: 1 }),
    )
    .map(([op, ids]) => `{many} ${op} [${ids.map((id) => `'${id}'`).join(', ')}]`),
  fc
    .tuple(fc.constantFrom('=', '<>', '>', '<', '>=', '<='), fc.integer({ min: -1, max: 11 }))
    .map(([op, n]) => `{score} ${op} ${n}`),
  fc
    .tuple(fc.constantFrom('=', '<>', '>', '<', '>=', '<='), fc.integer({ min: -3, max: 13 }))
    .map(([op, n]) => `{number} ${op} ${n}`),
  fc
    .tuple(fc.constantFrom('=', '<>', '>', '<', '>=', '<='), fc.constantFrom('2019-12-31', '2020-01-01'))
    .map(([op, d]) => `{day} ${op} '${d}'`),
  fc.tuple(fc.constantFrom('=', '<>'), fc.constantFrom('yes', 'no')).map(([op, id]) => `{agreed} ${op} '${id}'`),
  fc
    .tuple(
      fc.constantFrom('one', 'many', 'score', 'agreed', 'number', 'day', 'words'),
      fc.constantFrom('empty', 'notempty'),
    )
    .map(([id, op]) => `{${id}} ${op}`),
);
const condition = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc
      .tuple(tie('any'), fc.constantFrom('and', 'or'), tie('any'))
      .map(([left, op, right]) => `(${left}) ${op} (${right})`),
    tie('any').map((inner) => `!(${inner})`),
  ),
})).any;

test('60 random conditions hold for the same answers', () => {
  const given = anyAnswers(compile({ elements: base }).compiled.questions);
  fc.assert(
    fc.property(condition, fc.array(given, { minLength: 5, maxLength: 5 }), (visibleIf, sets) => {
      const survey = { elements: [...base, { type: 'comment', name: 'last', visibleIf }] };
      const { compiled, problems } = compile(survey);
      expect(problems).toEqual([]);
      const model = new Model(survey);
      for (const answers of sets) expect(shownByUs(compiled, answers)).toEqual(shownBySurveyCore(model, answers));
    }),
    { seed, numRuns: 60 },
  );
});
