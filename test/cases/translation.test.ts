import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../../surveys/questionnaire/compile.ts';
import { countStandings, editionOf, standingsOf } from '../../surveys/questionnaire/translation/standing.ts';
import { type Mark, standings as statuses } from '../../surveys/questionnaire/translation/types.ts';

/** A draft, what was said of its translations into one language, and what the bank has. */
interface Case {
  about: string;
  language: string;
  draft: unknown;
  marks: (Omit<Mark, 'back' | 'made' | 'checked' | 'approved'> & { by?: string; at?: string })[];
  bank: Record<string, { text: string; approved: boolean }>;
}

const folder = new URL('./translation/', import.meta.url);
const files = readdirSync(folder).sort();

function markOf({ by, at, ...one }: Case['marks'][number]): Mark {
  const deed = by === undefined || at === undefined ? null : { by, at: new Date(at) };
  const none = { back: '', made: null, checked: null, approved: null };
  if (one.status === 'approved') return { ...none, ...one, approved: deed };
  return one.status === 'checked' ? { ...none, ...one, checked: deed } : { ...none, ...one, made: deed };
}

function made(file: string) {
  const { about, language, draft, marks, bank } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case;
  const { texts, editions, problems } = compile(draft);
  expect(problems).toEqual([]);
  const found = standingsOf(
    { source: texts, target: editions[language] ?? {} },
    marks.map(markOf),
    new Map(Object.entries(bank)),
  );
  const standings = found.map(({ key, status, was, fromBank, approved }) => {
    const by = approved?.by;
    return { key, status, ...(was !== null && { was }), ...(fromBank && { fromBank }), ...(by && { by }) };
  });
  const { status, approved } = editionOf(found);
  const edition = { status, by: approved?.by ?? null };
  return { about, language, draft, marks, bank, standings, counts: countStandings(found), edition };
}

test.each(files)('%s', async (file) => {
  await expect(`${JSON.stringify(made(file), null, 2)}\n`).toMatchFileSnapshot(new URL(file, folder).pathname);
});

test.each(statuses)('the status %s has a case', (status) => {
  expect(files.flatMap((file) => made(file).standings.map((one) => one.status))).toContain(status);
});
