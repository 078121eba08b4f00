import { readdirSync, readFileSync } from 'node:fs';
import { Model } from 'survey-core';
import { describe, expect, test } from 'vitest';
import { instruments } from '../../surveys/instruments/instruments.ts';
import { compile } from '../../surveys/questionnaire/compile.ts';
import { importSurveyJs } from '../../surveys/questionnaire/import/import.ts';
import { elementsOf } from '../../surveys/questionnaire/schema.ts';

/** A file as another program wrote it, and what we make of it. */
interface Case {
  about: string;
  file: unknown;
}

const folder = new URL('./surveyjs/', import.meta.url);
const files = readdirSync(folder).sort();
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case;

describe.each(files)('%s', (name) => {
  const { about, file } = read(name);
  const { survey, left } = importSurveyJs(file);

  test('is taken as it was', async () => {
    const made = { about, file, left, survey };
    await expect(`${JSON.stringify(made, null, 2)}\n`).toMatchFileSnapshot(new URL(name, folder).pathname);
  });

  test('can be edited at once, and comes in again as itself', () => {
    if (survey === null) return expect(left.length).toBeGreaterThan(0);
    const { problems } = compile(survey);
    expect(problems.filter(({ code }) => code !== 'scale')).toEqual([]);
    expect(importSurveyJs(survey)).toEqual({ survey, left: [] });
  });
});

const drafts = [
  ...instruments.map(({ id, survey }) => [id, survey] as const),
  ...files.flatMap((name) => {
    const { survey } = importSurveyJs(read(name).file);
    return survey ? [[name, survey] as const] : [];
  }),
];

test.each(drafts)('what we give out of %s, survey-core loads with the same questions', (_name, draft) => {
  const model = new Model(draft);
  const { survey } = importSurveyJs(draft);
  if (survey === null) throw new Error('nothing was taken');
  const asked = model.getAllQuestions().map((question) => [question.name, question.getType(), question.title]);
  model.locale = survey.locale ?? '';
  expect(asked.map(([name, type]) => [name, type])).toEqual(elementsOf(survey).map(({ name, type }) => [name, type]));
  for (const element of elementsOf(survey)) {
    if (!('choices' in element)) continue;
    const question = model.getQuestionByName(element.name);
    const values = question.visibleChoices.map(({ value }: { value: unknown }) => String(value));
    expect(values.slice(0, element.choices.length)).toEqual(element.choices.map(({ value }) => String(value)));
  }
});

test.each(instruments.map(({ id, survey }) => [id, survey] as const))(
  'nothing is left out of %s when it comes back',
  (_id, draft) => {
    const { survey, left } = importSurveyJs(draft);
    expect(left).toEqual([]);
    const [was, now] = [compile(draft), compile(survey)];
    expect(now.compiled).toEqual(was.compiled);
    expect(now.editions).toEqual(was.editions);
  },
);
