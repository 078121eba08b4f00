import { expect, test } from 'vitest';
import { languageCodes } from '../language.ts';
import { compile } from '../questionnaire/compile.ts';
import { instrumentById, instruments } from './instruments.ts';

test.each(instruments.map((one) => [one.id, one] as const))(
  '%s can be asked as it is',
  (_id, { survey, source, from }) => {
    expect(compile(survey).problems).toEqual([]);
    expect(source.length).toBeGreaterThan(20);
    expect(from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  },
);

test('the panel asks 8 questions of every kind it must, in four languages', () => {
  const { compiled, editions } = compile(instrumentById('panel-quarterly')?.survey);
  expect(compiled.questions.map((question) => question.kind)).toEqual([
    'single',
    'single',
    'multiple',
    'yes_no',
    'single',
    'scale',
    'single',
    'text',
  ]);
  expect(Object.keys(editions).sort()).toEqual([...languageCodes].sort());
  const keys = Object.keys(editions.en ?? {}).sort();
  for (const texts of Object.values(editions)) expect(Object.keys(texts).sort()).toEqual(keys);
});

test('the regulator asks TP01 to TP12 in order, with no way out of the six that allow none', () => {
  const { questions } = compile(instrumentById('tsm-2023')?.survey).compiled;
  const measures = questions.filter((question) => question.measure !== null);
  expect(measures.map((question) => question.measure)).toEqual(
    Array.from({ length: 12 }, (_, index) => `TP${String(index + 1).padStart(2, '0')}`),
  );
  const mustChoose = measures.filter((question) => question.options.every((option) => option.meaning === null));
  expect(mustChoose.map((question) => question.measure)).toEqual(['TP01', 'TP02', 'TP03', 'TP04', 'TP09', 'TP10']);
  expect(measures.every((question) => question.positive.length === 2)).toBe(true);
});
