/**
 * Our compiled form against survey-core's own Model: for the same answers the same questions are visible, the same must be
 * answered, and the whole is valid or not alike. Drawn with a seed: a failure says the questionnaire and the answers.
 */
import fc from 'fast-check';
import { Model } from 'survey-core';
import { expect, test } from 'vitest';
import { anyAnswers, anySurvey, type Given } from '../../test/support/any-survey.ts';
import { instruments } from '../instruments/instruments.ts';
import { isRequired, route } from '../interview/route.ts';
import { newState } from '../interview/state.ts';
import { step } from '../interview/step.ts';
import type { Context, Input, State } from '../interview/types.ts';
import { compile } from './compile.ts';
import { assemble } from './takeapart.ts';
import type { Compiled } from './types.ts';

const seed = 20_260_401;
const context: Context = { mode: 'web', at: '2026-04-01T10:00:00.000Z', by: null };

interface Seen {
  visible: string[];
  required: string[];
  /** Every question that is visible and must be answered has an answer that fits. */
  valid: boolean;
}

const run = (compiled: Compiled, state: State, input: Input): State => step(compiled, state, input, context).state;

/** Answers what is asked, in the order it is asked, and skips what there is no answer to. */
function goThrough(compiled: Compiled, from: State, given: Given): State {
  let state = from;
  while (state.cursor !== null) {
    const value = given[state.cursor];
    state = run(compiled, state, value === undefined ? { type: 'skip' } : { type: 'answer', question: null, value });
  }
  return state;
}

/** A whole interview by our engine: through the questions, then a change of mind about some, then through what that opened. */
function byUs(compiled: Compiled, given: Given, changed: Given): { seen: Seen; data: Given } {
  let state = goThrough(compiled, run(compiled, newState('en'), { type: 'start' }), given);
  for (const [question, value] of Object.entries(changed))
    state = run(compiled, state, { type: 'answer', question, value });
  state = goThrough(compiled, state, { ...given, ...changed });
  const { events } = step(compiled, { ...state, status: 'open' }, { type: 'finish' }, context);
  const [finished] = events;
  const visible = route(compiled, state);
  return {
    seen: {
      visible: visible.map(({ id }) => id),
      required: visible.filter((question) => isRequired(question, state)).map(({ id }) => id),
      valid: finished?.type === 'interview_finished' && finished.complete,
    },
    data: Object.fromEntries(Object.entries(state.answers).map(([id, { value }]) => [id, value])),
  };
}

const only = (all: Given, names: readonly string[]): Given =>
  Object.fromEntries(Object.entries(all).filter(([id]) => names.includes(id)));

/**
 * The same by survey-core, with answers to what it hides taken away until nothing more changes. Conditions look back only, so
 * there is one such end wherever one begins; a guess that is right saves it turns.
 */
function bySurveyCore(model: Model, all: Given, guess: readonly string[]): Seen {
  let data = only(all, guess);
  for (;;) {
    model.data = data;
    const visible = model.getAllQuestions().filter((question) => question.isVisible);
    const names = visible.map((question) => question.name);
    const kept = only(all, names);
    if (Object.keys(kept).join() === Object.keys(data).join()) {
      const required = visible.filter((question) => question.isRequired).map((question) => question.name);
      return { visible: names, required, valid: model.validate(false) };
    }
    data = kept;
  }
}

let cases = 0;

function agree(model: Model, compiled: Compiled, given: Given, changed: Given): void {
  cases += 1;
  const { seen, data } = byUs(compiled, given, changed);
  expect(seen).toEqual(bySurveyCore(model, data, seen.visible));
}

const pairs = (compiled: Compiled, count: number) => {
  const set = anyAnswers(compiled.questions);
  return fc.array(fc.tuple(set, set), { minLength: count, maxLength: count });
};

/** Five seconds alone; a full machine takes many times that. */
const patience = 120_000;

test.each(instruments.map(({ id, survey }) => [id, survey] as const))(
  '%s, for 50 random sets of answers',
  (_id, survey) => {
    const { compiled, structure, editions, problems } = compile(survey);
    expect(problems).toEqual([]);
    const model = new Model(assemble(structure, editions));
    const check = fc.property(pairs(compiled, 1), (sets) => {
      for (const [given, changed] of sets) agree(model, compiled, given, changed);
    });
    fc.assert(check, { seed, numRuns: 50 });
  },
  patience,
);

test(
  '220 random questionnaires of everything we accept, for 10 random sets of answers each',
  () => {
    const drawn = anySurvey.chain((survey) => pairs(compile(survey).compiled, 10).map((sets) => ({ survey, sets })));
    const check = fc.property(drawn, ({ survey, sets }) => {
      const { compiled, structure, editions, problems } = compile(survey);
      expect(problems).toEqual([]);
      const model = new Model(assemble(structure, editions));
      for (const [given, changed] of sets) agree(model, compiled, given, changed);
      model.dispose();
    });
    fc.assert(check, { seed, numRuns: 220 });
  },
  patience,
);

test('those were thousands of cases', () => {
  expect(cases).toBeGreaterThan(3000);
});
