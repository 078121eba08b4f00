import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instrumentById } from '../instruments/instruments.ts';
import { limits } from '../limits.ts';
import { compile } from '../questionnaire/compile.ts';
import { checkAnswer } from './check.ts';
import { progress } from './progress.ts';
import { nextQuestion, route } from './route.ts';
import { newState } from './state.ts';
import { step } from './step.ts';
import type { Context, Input, State } from './types.ts';

const { compiled } = compile(instrumentById('panel-quarterly')?.survey);
const tsm = compile(instrumentById('tsm-2023')?.survey).compiled;
const web: Context = { mode: 'web', at: '2026-04-01T10:00:00.000Z', by: null };
const seed = 20_260_401;

const question = fc.constantFrom(null, 'nosuch', '__proto__', 'toString', ...compiled.questions.map((one) => one.id));
const value = fc.oneof(
  fc.anything(),
  fc.constantFrom('yes', 'no', 'clean', 'safe', ['phone'], ['phone', 'none'], 7, 'Some words'),
);
const anyInput: fc.Arbitrary<Input> = fc.oneof(
  fc.constantFrom<Input>({ type: 'start' }, { type: 'done' }, { type: 'unclear' }, { type: 'back' }, { type: 'skip' }),
  fc.constantFrom<Input>({ type: 'stop' }, { type: 'finish' }),
  fc.record({ type: fc.constant('answer' as const), question, value }),
  fc.record({ type: fc.constant('add_text' as const), question, text: fc.string() }),
  fc.record({ type: fc.constant('blank' as const), question }),
  fc.record({ type: fc.constant('double_marked' as const), question, values: fc.array(fc.string()) }),
  fc.record({ type: fc.constant('language' as const), language: fc.constantFrom(null, 'ur', 'tlh') }),
);
const context: fc.Arbitrary<Context> = fc.record({
  mode: fc.constantFrom('web', 'text', 'telephone', 'paper', 'in_person'),
  at: fc.constant(web.at),
  by: fc.constant(null),
});

test('no input breaks it, nothing given is lost, and a state is plain JSON', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyInput, context), { maxLength: 25 }), (turns) => {
      let state: State = newState('en');
      for (const [input, how] of turns) {
        const before = JSON.stringify(state);
        const next = step(compiled, state, input, how);
        expect(JSON.stringify(state)).toBe(before);
        expect(JSON.parse(JSON.stringify(next.state))).toEqual(next.state);
        for (const id of Object.keys(state.answers)) expect(next.state.answers).toHaveProperty(id);
        for (const [id, answer] of Object.entries(next.state.answers)) {
          const asked = compiled.questions.find((one) => one.id === id);
          expect(asked && checkAnswer(asked, answer.value)).toEqual({ ok: true, value: answer.value });
          const on = route(compiled, next.state).some((one) => one.id === id);
          expect(answer.offRoute ?? false).toBe(!on);
        }
        state = next.state;
      }
    }),
    { seed, numRuns: 300 },
  );
});

test('the total only falls while someone goes forward', () => {
  const answers = fc.array(fc.boolean(), { minLength: 15, maxLength: 15 });
  fc.assert(
    fc.property(answers, (yes) => {
      let state = step(tsm, newState('en'), { type: 'start' }, web).state;
      let before = progress(tsm, state).total;
      expect(before).toBe(15);
      for (let turn = 0; state.cursor !== null; turn += 1) {
        const { options } = tsm.questions.find((one) => one.id === state.cursor) ?? { options: [] };
        const answer = options[yes[turn] ? 0 : 1]?.id;
        state = step(tsm, state, { type: 'answer', question: null, value: answer }, web).state;
        const { number, total } = progress(tsm, state);
        expect(total).toBeLessThanOrEqual(before);
        expect(number).toBeLessThanOrEqual(total);
        before = total;
      }
      expect(state.status).toBe('finished');
      expect(before).toBe(route(tsm, state).length);
    }),
    { seed, numRuns: 100 },
  );
});

test('branches that exclude each other are counted once', () => {
  const survey = {
    elements: [
      { type: 'boolean', name: 'has', title: 'Has?' },
      { type: 'comment', name: 'why', title: 'Why?', visibleIf: "{has} = 'yes'" },
      { type: 'comment', name: 'whynot', title: 'Why not?', visibleIf: "{has} = 'no'" },
    ],
  };
  const state = step(compile(survey).compiled, newState('en'), { type: 'start' }, web).state;
  expect(progress(compile(survey).compiled, state)).toEqual({ number: 1, total: 2, open: true });
});

test('with more ways than we follow, the total is of all that may be asked', () => {
  const gates = Array.from({ length: 10 }, (_, n) => [
    { type: 'boolean', name: `has${n}`, title: 'Has?' },
    { type: 'comment', name: `why${n}`, title: 'Why?', visibleIf: `{has${n}} = 'yes'` },
  ]).flat();
  const many = compile({ elements: gates }).compiled;
  expect(3 ** 10).toBeGreaterThan(limits.routesFollowed);
  expect(progress(many, newState('en'))).toEqual({ number: 20, total: 20, open: true });
});

test('a later answer in another mode changes nothing else', () => {
  const first = step(compiled, newState('en'), { type: 'answer', question: 'stairs', value: 'clean' }, web).state;
  const by = { mode: 'telephone', at: '2026-04-02T10:00:00.000Z', by: 'staff-1' } as const;
  const { state } = step(compiled, first, { type: 'answer', question: 'safe', value: 'safe' }, by);
  expect(state.answers).toEqual({ ...first.answers, safe: { value: 'safe', ...by } });
  expect(nextQuestion(compiled, state, null, 'web')).toBe('overall');
});

test('the same answer twice is kept as it was first given', () => {
  const given: Input = { type: 'answer', question: 'contact', value: ['text', 'phone'] };
  const first = step(compiled, newState('en'), given, web).state;
  const again = step(compiled, first, given, { ...web, at: '2026-04-02T10:00:00.000Z' });
  expect(again.state.answers).toEqual(first.answers);
  expect(again.events.map((event) => event.type)).not.toContain('answer_recorded');
});

test('what a database cannot keep is taken out of an answer', () => {
  const words = 'lift\u0000 \ud800broke';
  const { state } = step(compiled, newState('en'), { type: 'answer', question: 'better', value: words }, web);
  expect(state.answers.better?.value).toBe('lift \ufffdbroke');
});

test('a written answer may have 4,000 letters and not one more', () => {
  const better = compiled.questions.find((one) => one.id === 'better');
  const check = (letters: number) => better && checkAnswer(better, '🙂'.repeat(letters));
  expect(check(limits.answerLetters)).toMatchObject({ ok: true });
  expect(check(limits.answerLetters + 12)).toEqual({ ok: false, reason: 'too_long', by: 12 });
});

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-1-1', false],
  ['0000-01-01', false],
])('%s is a day: %s', (day, real) => {
  const asked = compile({ elements: [{ type: 'text', name: 'day', title: 'Day?', inputType: 'date' }] }).compiled;
  expect(asked.questions[0] && checkAnswer(asked.questions[0], day).ok).toBe(real);
});

test('complete is to have been asked everything, and to have answered what is required', () => {
  const survey = {
    elements: [
      { type: 'boolean', name: 'must', title: 'Must?', isRequired: true },
      { type: 'comment', name: 'may', title: 'May?', requiredIf: "{must} = 'yes'" },
    ],
  };
  const short = compile(survey).compiled;
  const finish = (...inputs: Input[]) =>
    inputs.reduce(
      (last, input) => step(short, last.state, input, web),
      step(short, newState('en'), { type: 'start' }, web),
    ).events;
  const must = (value: string): Input => ({ type: 'answer', question: 'must', value });
  expect(finish(must('no'), { type: 'skip' }).at(-1)).toEqual({ type: 'interview_finished', complete: true });
  expect(finish(must('yes'), { type: 'skip' }).at(-1)).toEqual({ type: 'interview_finished', complete: false });
  expect(finish({ type: 'skip' }, { type: 'skip' }).at(-1)).toEqual({ type: 'interview_finished', complete: false });
  expect(finish(must('no'), { type: 'finish' }).at(-1)).toEqual({ type: 'interview_finished', complete: false });
});
