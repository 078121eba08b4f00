import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Input, type InterviewEvent, refusals } from '../../surveys/interview/types.ts';
import { questionKinds } from '../../surveys/questionnaire/types.ts';
import { type Case, compileCase, play } from '../support/scenario.ts';

const folder = new URL('./interview/', import.meta.url);
const cases = readdirSync(folder)
  .sort()
  .map((file) => ({ file, script: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case }));

test.each(cases.map(({ file, script }) => [file, script] as const))('%s', async (file, script) => {
  expect(compileCase(script.questionnaire).problems).toEqual([]);
  const played = { ...script, transcript: play(script).transcript };
  await expect(`${JSON.stringify(played, null, 2)}\n`).toMatchFileSnapshot(new URL(file, folder).pathname);
});

const all = cases.map(({ script }) => play(script));
const events = new Set(all.flatMap((one) => one.events.map((event) => event.type)));
const inputs = new Set(all.flatMap((one) => one.inputs.map((input) => input.type)));
const refused = new Set(all.flatMap((one) => one.events.map((e) => (e.type === 'answer_refused' ? e.reason : null))));

/** Keeps the lists below whole: a type that is missing here does not compile. */
const eventTypes = {
  question_asked: true,
  answer_recorded: true,
  answer_refused: true,
  question_passed: true,
  photo_left: true,
  answers_left_route: true,
  answers_rejoined_route: true,
  re_asked: true,
  gave_up_asking: true,
  languages_listed: true,
  language_chosen: true,
  interview_started: true,
  interview_finished: true,
  interview_stopped: true,
} satisfies Record<InterviewEvent['type'], true>;
const inputTypes = {
  start: true,
  answer: true,
  add_text: true,
  done: true,
  blank: true,
  double_marked: true,
  unclear: true,
  back: true,
  skip: true,
  language: true,
  stop: true,
  finish: true,
} satisfies Record<Input['type'], true>;

test.each(Object.keys(eventTypes))('a case shows the event %s', (type) => {
  expect([...events]).toContain(type);
});

test.each(Object.keys(inputTypes))('a case gives the input %s', (type) => {
  expect([...inputs]).toContain(type);
});

test.each(refusals)('a case is refused as %s', (reason) => {
  expect([...refused]).toContain(reason);
});

test.each(questionKinds)('a case answers a question of kind %s', (kind) => {
  const answered = cases.flatMap(({ script }, index) => {
    const { questions } = compileCase(script.questionnaire).compiled;
    return questions.filter((question) => question.id in (all[index]?.state.answers ?? {})).map((one) => one.kind);
  });
  expect(answered).toContain(kind);
});
