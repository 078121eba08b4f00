import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type CommandName, commands, edit } from '../../surveys/questionnaire/edit/commands.ts';
import type { Guard } from '../../surveys/questionnaire/edit/guard.ts';
import { elementsOf, type SurveyJson } from '../../surveys/questionnaire/schema.ts';

/** Edits of one kind, each to the same draft; `fixed` says whether the draft is a set whose wording is. */
interface Case {
  about: string;
  survey: SurveyJson;
  guard: Guard;
  cases: { with: never; fixed: boolean; made?: unknown }[];
}

const folder = new URL('./edit/', import.meta.url);
const names = Object.keys(commands) as CommandName[];
const fileOf = (name: CommandName) => new URL(`${name}.json`, folder);

/** What an edit did, without what it left alone. */
function made(name: CommandName, { survey, guard }: Case, { with: input, fixed }: Case['cases'][number]) {
  const outcome = edit(survey, name, input, fixed ? guard : null);
  if ('refused' in outcome) return outcome;
  const was = elementsOf(survey).map((element) => JSON.stringify(element));
  const order = outcome.survey.pages.map(({ name: page, description, elements }) => ({
    page,
    description,
    questions: elements.map((element) => element.name).join(' '),
  }));
  const { pages: _, ...head } = outcome.survey;
  const changed = elementsOf(outcome.survey).filter((element) => !was.includes(JSON.stringify(element)));
  return { item: outcome.item, head, order, changed };
}

test.each(names)('%s', async (name) => {
  const one = JSON.parse(readFileSync(fileOf(name), 'utf8')) as Case;
  const cases = one.cases.map(({ with: input, fixed }) => ({
    with: input,
    fixed,
    made: made(name, one, { with: input, fixed }),
  }));
  await expect(`${JSON.stringify({ ...one, cases }, null, 2)}\n`).toMatchFileSnapshot(fileOf(name).pathname);
});

test('every edit has a case, and there is none of an edit that is gone', () => {
  expect(readdirSync(folder).sort()).toEqual(names.map((name) => `${name}.json`).sort());
});
