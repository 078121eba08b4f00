import { expect, test } from 'vitest';
import { mayAdd } from '../../surveys/instruments/additions.ts';
import { instrumentById } from '../../surveys/instruments/instruments.ts';
import { answersIn } from '../../surveys/interview/check.ts';
import { modes } from '../../surveys/mode.ts';
import { compile } from '../../surveys/questionnaire/compile.ts';
import { buildColumns } from '../../surveys/results/columns.ts';
import { questionTable } from '../../surveys/results/tables.ts';
import { row } from '../support/results.ts';
import golden from './instruments/tsm-2023.json' with { type: 'json' };

/** The regulator's rules as they were written down from their sources; the bank is held against them. */
const rented = compile(instrumentById('tsm-2023')?.survey);
const shared = compile(instrumentById('tsm-2023-lcho')?.survey);

const { SAT5, AGR5 } = golden.scales;
const scaleOf = (name: string | null) => (name === 'AGR5' ? AGR5 : SAT5);

test('the questions are asked in the order of the regulator', () => {
  expect(rented.compiled.questions.map(({ id }) => id)).toEqual(golden.questions.map(({ question }) => question));
});

test('shared owners are asked those that apply to them, in the same words', () => {
  const asked = golden.questions.filter(({ sharedOwnership }) => sharedOwnership).map(({ question }) => question);
  expect(shared.compiled.questions.map(({ id }) => id)).toEqual(asked);
  for (const id of asked) expect(shared.texts[`q.${id}.title`]).toBe(rented.texts[`q.${id}.title`]);
});

test.each(golden.questions.map((one) => [one.question, one] as const))('%s is asked word for word', (id, one) => {
  const question = rented.compiled.questions.find((each) => each.id === id)!;
  const labels = question.options.map(({ key }) => rented.texts[key]);
  expect(rented.texts[`q.${id}.title`]).toBe(one.words);
  expect(question.measure).toBe(one.code);
  expect(question.showIf).toEqual(
    one.onlyAfterYesTo === null ? null : { op: 'equal', answer: one.onlyAfterYesTo, value: 'yes' },
  );
  if (one.scale === null) return;
  const { options, good } = scaleOf(one.scale);
  expect(labels).toEqual([...options, ...(one.notApplicable ? ["Not applicable/don't know"] : [])]);
  expect(question.positive.map((positive) => rented.texts[`q.${id}.option.${positive}`])).toEqual(good);
});

test.each(modes)('by %s exactly six questions may be recorded as not answered, or none', (mode) => {
  const extra = rented.compiled.questions.filter(
    (question) => answersIn(question, mode).options.length > question.options.length,
  );
  const allowed = golden.questions.filter(({ interviewerMayRecordUnable }) => interviewerMayRecordUnable);
  expect(extra.map(({ id }) => id)).toEqual(mode === 'telephone' ? allowed.map(({ question }) => question) : []);
  expect(allowed.map(({ code }) => code)).toEqual(['TP01', 'TP02', 'TP03', 'TP04', 'TP09', 'TP10']);
});

test('own questions go at the end of a part and at the very end', () => {
  const { questions } = rented.compiled;
  const set = instrumentById('tsm-2023')!;
  const places = Array.from({ length: questions.length + 1 }, (_, place) => place);
  expect(places.filter((place) => mayAdd(set, questions, place).may)).toEqual(golden.mayAddAfterQuestion);
});

test.each(golden.bases.map((one) => [one.about, one] as const))(
  '%s',
  (_about, { question, answers, base, percent }) => {
    const rows = Object.entries(answers).flatMap(([value, count]) =>
      Array.from({ length: count }, () => row({ [question]: value }, { mode: 'telephone' })),
    );
    const table = questionTable(buildColumns(rented.compiled, rows), question, 'none', {
      use: 'internal',
      day: '2026-11-01',
    });
    expect(table.all.answers).toBe(base);
    expect(table.all.measure).toMatchObject({ state: 'exact' });
    const { measure } = table.all;
    expect(measure?.state === 'exact' ? Math.round(measure.share * 1000) / 10 : null).toBe(percent);
  },
);
