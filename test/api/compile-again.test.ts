import { expect, test } from 'vitest';
import { compileAgain } from '../../server/actions/questionnaire/compile-again.ts';
import { compile, compilerVersion } from '../../surveys/questionnaire/compile.ts';
import { withRollback } from '../support/database.ts';
import { putSurvey, smallForm } from '../support/survey.ts';

const survey = {
  pages: [
    { name: 'home', description: 'About your home.', elements: [{ type: 'text', name: 'room', title: 'Room?' }] },
  ],
};

test(
  'the form of a published version that an older compiler made is made again, once; one that cannot be made stays',
  withRollback(async (db) => {
    const { structure, texts, compiled } = compile(survey);
    const { versionId } = await putSurvey(db);
    const other = await putSurvey(db, { seed: 2 });
    await db`update versions set structure = ${JSON.stringify(structure)}::text::jsonb,
      source_texts = ${JSON.stringify(texts)}::text::jsonb where id = ${versionId}`;
    expect(await compileAgain(db)).toBe(1);
    const form = async (id: string) => (await db`select compiled, compiler from versions where id = ${id}`)[0];
    expect(await form(versionId)).toEqual({ compiled, compiler: compilerVersion });
    expect(compiled.questions[0]).toMatchObject({ short: true, pageText: 'p.home.text' });
    expect(await form(other.versionId)).toEqual({ compiled: smallForm, compiler: 1 });
    expect(await compileAgain(db)).toBe(0);
  }),
);
