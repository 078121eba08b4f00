import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../../surveys/questionnaire/compile.ts';
import { questionKinds } from '../../surveys/questionnaire/types.ts';

/** A survey as it comes in, and all that is made of it. */
interface Case {
  about: string;
  survey: unknown;
}

const folder = new URL('./questionnaire/', import.meta.url);
const files = readdirSync(folder).sort();

test.each(files)('%s', async (file) => {
  const { about, survey } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case;
  const { structure, language, compiled, editions, problems } = compile(survey);
  const made = { about, survey, problems, language, compiled, structure, editions };
  await expect(`${JSON.stringify(made, null, 2)}\n`).toMatchFileSnapshot(new URL(file, folder).pathname);
});

test.each(questionKinds)('the kind %s has a case', (kind) => {
  expect(files).toContain(`${kind}.json`);
});
