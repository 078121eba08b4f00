import { expect, test } from 'vitest';
import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { bytesInMemory } from '../../server/actions/import/file/bytes.ts';
import { zipEntries } from '../../server/actions/import/file/zip.ts';
import { markPosted } from '../../server/actions/print/mark-posted.ts';
import { printLetters } from '../../server/work/print.ts';
import { withRollback } from '../support/database.ts';
import { ledger } from './field.ts';
import { batches, byPost, queued } from './printing.ts';
import { officer, uid, versionId } from './world.ts';

const at = new Date('2026-01-06T09:00:00Z');

/** An approved edition of its own, of the words that its language has. */
async function approved(db: Db, n: number, language: string, format: string, change: object = {}): Promise<void> {
  const [print] = await db<{ texts: object }[]>`
    select texts from edition_revisions where version_id = ${versionId} and language = ${language} and format = 'standard'`;
  const id = uid('ed18', n);
  const texts = { ...print?.texts, ...change };
  await insertRows(db, 'edition_revisions', [
    {
      id,
      versionId,
      language,
      format,
      number: 1,
      texts,
      hash: 'y',
      status: 'approved',
      approvedBy: 'Priya',
      approvedAt: at,
      createdAt: at,
    },
  ]);
  await insertRows(db, 'own_editions', [{ revisionId: id, madeFrom: 'z', madeBy: 'Priya' }]);
}

/** These people's letters that are due are to go in a format. */
const inFormat = (db: Db, format: string) => db`update deliveries set format = ${format}`;

/** The files of a batch's folder, as text by name, read by the code that reads workbooks. */
async function folderOf(db: Db): Promise<Map<string, string>> {
  const [batch] = await batches(db);
  const bytes = new Uint8Array(batch?.pdf as Uint8Array);
  const entries = await zipEntries(bytesInMemory(bytes));
  return new Map(
    [...entries.values()].map(({ name, at: from, packed }) => {
      const start = from + 30 + new TextEncoder().encode(name).length;
      return [name, new TextDecoder().decode(bytes.slice(start, start + packed))];
    }),
  );
}

test(
  'a braille batch is a folder: a file of each person with their own code, labels, and what to do',
  withRollback(async (db) => {
    const { printing } = await queued(db, [byPost, byPost]);
    await approved(db, 1, 'en', 'braille');
    await inFormat(db, 'braille');
    await printLetters(printing, 10);
    expect((await batches(db))[0]).toMatchObject({ language: 'en', format: 'braille', letters: 2, state: 'ready' });
    expect(String((await batches(db))[0]?.manifest)).toContain('batch-');
    const folder = await folderOf(db);
    expect([...folder.keys()]).toEqual([
      'READ ME FIRST.txt',
      'addresses.csv',
      'letters/0001.brf',
      'letters/0002.brf',
      'words/0001.txt',
      'words/0002.txt',
    ]);
    expect(folder.get('words/0001.txt')).toContain('1. How are we doing?');
    const codes = [...folder].flatMap(([name, text]) =>
      name.endsWith('.brf') ? [/,YOUR CODE3 (#\S+)\r\n/.exec(text)?.[1] ?? ''] : [],
    );
    expect(codes[0]).toMatch(/^#[A-J]{4}"[A-J]{4}"[A-J]{4}$/);
    expect(new Set(codes).size).toBe(2);
    expect(folder.get('letters/0001.brf')).toContain('#A4 ,HOW ARE WE DOING8');
    expect(folder.get('addresses.csv')).toMatch(/0001,[0-9a-f-]+,Mrs N Khan1,1 Elm Court,Millbrook,OX1 1AA,,,/);
    expect(folder.get('READ ME FIRST.txt')).toContain('40 cells by 25 lines');
    const rows = await ledger(db);
    expect(rows).toMatchObject([
      { status: 'accepted', editionRevisionId: uid('ed18', 1), fellBack: null },
      { status: 'accepted', editionRevisionId: uid('ed18', 1), fellBack: null },
    ]);
    for (const { words } of rows) expect(words).not.toMatch(/\d{4} \d{4} \d{4}/);
    await markPosted(printing, officer, String((await batches(db))[0]?.id), '2026-11-23');
    expect((await ledger(db)).map(({ status }) => status)).toEqual(['sent', 'sent']);
  }),
);

test(
  'an audio batch has one script for all, and the code of each person apart',
  withRollback(async (db) => {
    const { printing } = await queued(db, [byPost, byPost]);
    await approved(db, 1, 'en', 'audio');
    await inFormat(db, 'audio');
    await printLetters(printing, 10);
    const folder = await folderOf(db);
    expect([...folder.keys()].slice(2)).toEqual(['script.txt', 'personal/0001.txt', 'personal/0002.txt']);
    expect(folder.get('script.txt')).toContain('Question 1 of 1.\r\n[pause 1]\r\nHow are we doing?');
    expect(folder.get('script.txt')).not.toMatch(/\d \d \d \d, \d \d \d \d, /);
    expect(folder.get('personal/0001.txt')).toMatch(/Your code is: \d \d \d \d, \d \d \d \d, \d \d \d \d\./);
    expect(folder.get('personal/0001.txt')).not.toBe(folder.get('personal/0002.txt'));
  }),
);

test(
  'braille in a language we do not transcribe goes to a transcriber as plain words',
  withRollback(async (db) => {
    const { printing } = await queued(db, [{ ...byPost, language: 'ur' }]);
    await approved(db, 1, 'ur', 'braille');
    await inFormat(db, 'braille');
    await printLetters(printing, 10);
    const folder = await folderOf(db);
    expect(folder.get('letters/0001.txt')).toContain('1. ہم کیسے ہیں؟');
    expect(folder.get('READ ME FIRST.txt')).toContain('Braille in Urdu: please transcribe.');
  }),
);

test(
  'braille nobody has made in a language falls back in language and stays braille, and says so',
  withRollback(async (db) => {
    const { printing } = await queued(db, [{ ...byPost, language: 'ur' }]);
    await approved(db, 1, 'en', 'braille');
    await inFormat(db, 'braille');
    await printLetters(printing, 10);
    expect((await batches(db))[0]).toMatchObject({ language: 'en', format: 'braille', letters: 1 });
    expect((await ledger(db))[0]).toMatchObject({
      language: 'ur',
      fellBack: 'English, braille, because the Urdu braille had not been made. It had a line in Urdu on how to get it.',
    });
  }),
);

test.each([
  ['has not been made and approved', null],
  ['is out of date', { 'q.overall.title': 'How did we do?' }],
])('braille that %s is not sent, nothing is posted in its place, and the next way is tried', (why, change) =>
  withRollback(async (db) => {
    const { printing } = await queued(db, [byPost]);
    if (change !== null) await approved(db, 1, 'en', 'braille', change);
    await inFormat(db, 'braille');
    await printLetters(printing, 10);
    expect(await batches(db)).toHaveLength(0);
    expect((await ledger(db))[0]).toMatchObject({
      status: 'cancelled',
      nextAction: `Braille ${why}, so nothing was sent in its place.`,
    });
  })(),
);

test(
  'giant print has the words of its language, approved with them',
  withRollback(async (db) => {
    const { printing, files } = await queued(db, [
      { ...byPost, format: 'giant' },
      { ...byPost, language: 'ur', format: 'giant' },
    ]);
    await printLetters(printing, 10);
    expect((await batches(db)).map(({ language, format }) => [language, format])).toEqual([
      ['en', 'giant'],
      ['ur', 'giant'],
    ]);
    expect(files.flat().map(({ questions }) => questions[0]?.title)).toEqual(['How are we doing?', 'ہم کیسے ہیں؟']);
  }),
);
