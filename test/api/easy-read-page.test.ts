import { expect, test } from 'vitest';
import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { withRollback } from '../support/database.ts';
import { testDeps } from '../support/deps.ts';
import { browser } from '../support/resident.ts';
import { putSurvey } from '../support/survey.ts';

const at = new Date('2026-11-20T09:00:00Z');

/** An approved easy read edition in English of the survey of the tests. */
async function easyEdition(db: Db, versionId: string): Promise<void> {
  const [print] = await db<{ texts: object }[]>`
    select texts from edition_revisions where version_id = ${versionId} and language = 'en' and format = 'standard'`;
  const id = 'ed180000-0000-4000-8000-000000000001';
  const added = { 'q.stairs.easy': 'Are the stairs clean?', 'q.stairs.picture': 'stairs' };
  const approved = { status: 'approved', approvedBy: 'Priya', approvedAt: at, createdAt: at };
  await insertRows(db, 'edition_revisions', [
    {
      id,
      versionId,
      language: 'en',
      format: 'easy_read',
      number: 1,
      texts: { ...print?.texts, ...added },
      hash: 'e',
      ...approved,
    },
  ]);
  await insertRows(db, 'own_editions', [{ revisionId: id, madeFrom: 'z', madeBy: 'Priya' }]);
}

async function reading(db: Db, format: string, language = 'en') {
  const fixture = await putSurvey(db);
  await easyEdition(db, fixture.versionId);
  await db`update recipients set format = ${format}, language = ${language}`;
  return browser(testDeps({ db })).get(`/s/${fixture.people[0]?.code}`);
}

test(
  'somebody who reads easy read has the exact question, what it means, and a picture with its words',
  withRollback(async (db) => {
    const { text, html, status } = await reading(db, 'easy_read');
    expect(status).toBe(200);
    expect(text).toContain('How clean are the stairs?');
    expect(text).toContain('This means: Are the stairs clean?');
    expect(html).toMatch(/<img src="data:image\/svg\+xml,[^"]+" alt="Stairs"/);
  }),
);

test(
  'in a language with no easy read edition they have the words of that language, not another one',
  withRollback(async (db) => {
    const { text, html } = await reading(db, 'easy_read', 'cy');
    expect(text).toContain("Pa mor lân yw'r grisiau?");
    expect(html).not.toContain('<img');
  }),
);

test.each([
  ['standard', '100'],
  ['large', '125'],
  ['giant', '150'],
  ['braille', '100'],
])('%s print begins at %s per cent on a screen, and has no picture', (format, size) =>
  withRollback(async (db) => {
    const { html } = await reading(db, format);
    expect(html).toContain(`data-size="${size}"`);
    expect(html).not.toContain('This means');
  })(),
);
