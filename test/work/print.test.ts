import { expect, test } from 'vitest';
import { RefusedError } from '../../channels/errors.ts';
import type { Letter, Printer } from '../../channels/post/printer.ts';
import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { markPosted } from '../../server/actions/print/mark-posted.ts';
import type { Deps } from '../../server/deps.ts';
import { printLetters } from '../../server/work/print.ts';
import { tick } from '../../server/work/tick.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, type TestDeps } from '../support/deps.ts';
import { inField, ledger } from './field.ts';
import { officer, type PersonChanges, residentId } from './world.ts';

/** Keeps the letters it is given instead of typesetting them: a page each, or refuses. */
function fakePrinter(refuse: string | null = null) {
  const files: Letter[][] = [];
  const printer: Printer = {
    async print(letters) {
      if (refuse !== null) throw new RefusedError(refuse, 'font', 'hard');
      files.push([...letters]);
      return { pdf: new TextEncoder().encode(`%PDF ${letters.length}`), pages: letters.map(() => 2) };
    },
    close: async () => {},
  };
  return { printer, files };
}

const byPost: PersonChanges = { phone: null, email: null };

async function queued(db: Db, who: readonly PersonChanges[], refuse: string | null = null) {
  const { printer, files } = fakePrinter(refuse);
  const deps = await inField(db, who);
  const printing: Deps = { ...deps, channels: { ...deps.channels, print: printer } };
  return { deps, printing, files };
}

const batches = (db: Db) => db<Record<string, unknown>[]>`select * from print_batches order by number`;

test(
  'letters are sorted into files of one language and one print size, with a manifest',
  withRollback(async (db) => {
    const { printing, files } = await queued(db, [
      byPost,
      byPost,
      { ...byPost, format: 'large' },
      { ...byPost, language: 'ur' },
    ]);
    await printLetters(printing, 10);
    const made = await batches(db);
    expect(
      made.map(({ language, format, letters, state, pages }) => [language, format, letters, state, pages]),
    ).toEqual([
      ['en', 'standard', 2, 'ready', 4],
      ['en', 'large', 1, 'ready', 2],
      ['ur', 'standard', 1, 'ready', 2],
    ]);
    expect(String(made[0]?.manifest)).toContain('file,sequence,delivery,pages,sheets,language,format,postcode,enclose');
    expect(new TextDecoder().decode(made[0]?.pdf as Uint8Array)).toBe('%PDF 2');
    const [letter] = files[0] ?? [];
    expect(letter?.address).toEqual(['Mrs N Khan1', '1 Elm Court', 'Millbrook', 'OX1 1AA']);
    expect(letter?.code?.digits).toMatch(/^\d{4} \d{4} \d{4}$/);
    expect(letter?.paragraphs[0]).toBe('Dear resident,');
    expect(letter?.versionline).toBe('Version 4');
    expect(letter?.questions).toHaveLength(1);
    expect(letter?.otherLanguages.map(({ language }) => language)).toEqual(['cy', 'pl', 'ur']);
    const rows = await ledger(db);
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['accepted']));
    for (const { words } of rows) expect(words).not.toMatch(/\d{4} \d{4} \d{4}/);
    expect(await db`select work from heartbeats where work = 'print'`).toHaveLength(1);
  }),
);

test(
  'a language nobody has approved falls back, keeps the print size, and says in the resident’s own how to get it',
  withRollback(async (db) => {
    const { printing, files } = await queued(db, [{ ...byPost, language: 'cy', format: 'large' }]);
    await printLetters(printing, 10);
    const [letter] = files[0] ?? [];
    expect(letter).toMatchObject({ language: 'en', format: 'large' });
    expect(letter?.otherLanguages.find(({ language }) => language === 'cy')?.text).toContain('Cymraeg');
    expect((await ledger(db))[0]).toMatchObject({
      language: 'cy',
      fellBack:
        'English, 18 point, because the Welsh large print had not been approved. It had a line in Welsh on how to get it.',
    });
  }),
);

test(
  'a file has at most a hundred letters',
  withRollback(async (db) => {
    const { printing } = await queued(
      db,
      Array.from({ length: 230 }, () => byPost),
    );
    await printLetters(printing, 10);
    expect((await batches(db)).map(({ letters }) => letters)).toEqual([100, 100, 30]);
  }),
);

test(
  '"posted on" starts the clock',
  withRollback(async (db) => {
    const { deps, printing } = await queued(db, [byPost]);
    await printLetters(printing, 10);
    const id = String((await batches(db))[0]?.id);
    deps.clock.set('2026-11-27T16:00:00Z');
    await expect(markPosted(deps, officer, id, '2026-11-28')).rejects.toMatchObject({ code: 'not_yet' });
    await markPosted(deps, officer, id, '2026-11-26');
    await expect(markPosted(deps, officer, id, '2026-11-26')).rejects.toMatchObject({ code: 'not_ready' });
    expect((await ledger(db))[0]).toMatchObject({ status: 'sent', sentAt: new Date('2026-11-26T12:00:00Z') });
    expect(await db`select next_at, disposition from invitations`).toEqual([
      { nextAt: new Date('2026-11-30T10:00:00Z'), disposition: 'sent' },
    ]);
    deps.clock.set('2026-11-30T10:00:00Z');
    await tick(deps);
    expect((await ledger(db))[1]).toMatchObject({ step: 1, kind: 'reminder', channel: 'post' });
  }),
);

test(
  'an address the post does not take fails for good, and nothing else waits for it',
  withRollback(async (db) => {
    const { printing } = await queued(db, [byPost, byPost]);
    await db`update properties set postcode = 'NOWHERE' where reference = 'P1'`;
    await printLetters(printing, 10);
    expect((await ledger(db)).map(({ status, failReason }) => [status, failReason])).toEqual([
      ['failed', 'The last line of the address is not a UK postcode.'],
      ['accepted', null],
    ]);
    expect((await batches(db))[0]).toMatchObject({ letters: 1, state: 'ready' });
    await tick(printing);
    expect(await db`select disposition from invitations order by disposition`).toEqual([
      { disposition: 'not_sent' },
      { disposition: 'unreachable' },
    ]);
  }),
);

test(
  'who answered or stopped since is taken out before printing',
  withRollback(async (db) => {
    const { deps, printing, files } = await queued(db, [byPost, byPost]);
    await insertRows(db, 'suppressions', [
      {
        id: residentId(91),
        residentId: residentId(1),
        purpose: 'research',
        reason: 'stop',
        at: deps.clock.now(),
        by: 'resident',
      },
    ]);
    await printLetters(printing, 10);
    expect(files.flat()).toHaveLength(1);
    expect((await ledger(db))[0]).toMatchObject({
      status: 'cancelled',
      nextAction: 'Asked us to stop before it was posted.',
    });
  }),
);

test(
  'a file that cannot be typeset stands with its fault; one whose printing was forsaken is made again',
  withRollback(async (db) => {
    const { deps, printing } = await queued(db, [byPost], 'We hold no typeface for this.');
    await printLetters(printing, 10);
    expect((await batches(db))[0]).toMatchObject({ state: 'failed', fault: 'We hold no typeface for this.' });
    await db`update print_batches set state = 'printing', lease_until = ${deps.clock.now()}`;
    deps.clock.advance({ minutes: 1 });
    const again = fakePrinter();
    await printLetters({ ...deps, channels: { ...deps.channels, print: again.printer } }, 10);
    expect((await batches(db))[0]).toMatchObject({ state: 'ready', letters: 1 });
  }),
);

test(
  'a process that cannot print leaves letters alone',
  withRollback(async (db) => {
    const { deps } = await queued(db, [byPost]);
    expect(await printLetters(deps, 10)).toBe(0);
    expect((await ledger(db))[0]).toMatchObject({ status: 'due' });
  }),
);

const stop = (db: Db, n: number, when: Date) =>
  insertRows(db, 'suppressions', [
    {
      id: residentId(90 + n),
      residentId: residentId(n),
      purpose: 'research',
      reason: 'stop',
      at: when,
      by: 'resident',
    },
  ]);

test(
  'who stopped while a file waited to be printed is not printed, and a file with nobody left is over',
  withRollback(async (db) => {
    const { deps, printing, files } = await queued(db, [byPost, byPost], 'We hold no typeface for this.');
    await printLetters(printing, 10);
    await stop(db, 1, deps.clock.now());
    const call = caller(as(deps, staff('officer')));
    const id = String((await batches(db))[0]?.id);
    expect((await call(`POST /api/v1/batches/${id}/again`)).status).toBe(200);
    const again = fakePrinter();
    await printLetters({ ...deps, channels: { ...deps.channels, print: again.printer } }, 10);
    expect([files, again.files.flat().map(({ address }) => address[0])]).toEqual([[], ['Mrs N Khan2']]);
    expect((await ledger(db)).map(({ status, nextAction }) => [status, nextAction])).toEqual([
      ['cancelled', 'Asked us to stop before it was posted.'],
      ['accepted', null],
    ]);
    await db`update print_batches set state = 'queued'`;
    await db`update deliveries set status = 'claimed' where status = 'accepted'`;
    await stop(db, 2, deps.clock.now());
    await printLetters({ ...deps, channels: { ...deps.channels, print: again.printer } }, 10);
    expect(await batches(db)).toEqual([]);
  }),
);

test(
  'a ready file says which letters to take out, and those count as cancelled when it is posted',
  withRollback(async (db) => {
    const { deps, printing } = await queued(db, [byPost, byPost, byPost]);
    await printLetters(printing, 10);
    const call = caller(as(deps, staff('officer')));
    await stop(db, 2, deps.clock.now());
    const { items } = (await call('GET /api/v1/batches')).body as { items: { id: string; takeOut: unknown }[] };
    expect(items[0]?.takeOut).toEqual([
      {
        sequence: 2,
        firstPage: 3,
        lastPage: 4,
        name: 'Mrs Nadia Khan2',
        why: 'Asked us to stop before it was posted.',
      },
    ]);
    deps.clock.set('2026-11-26T09:00:00Z');
    await stop(db, 3, deps.clock.now());
    const posted = await call(`POST /api/v1/batches/${items[0]?.id}/posted`, { body: { postedOn: '2026-11-25' } });
    expect(posted.status).toBe(200);
    expect((await ledger(db)).map(({ status, nextAction }) => [status, nextAction])).toEqual([
      ['sent', null],
      ['cancelled', 'Asked us to stop before it was posted. It was taken out of the printed file.'],
      ['sent', null],
    ]);
  }),
);

const needs = async (deps: TestDeps) =>
  ((await caller(as(deps, staff('officer')))('GET /api/v1/home')).body as { needs: { sentence: string }[] }).needs.map(
    ({ sentence }) => sentence,
  );

test(
  'a file that a fault of ours hinders is given up after three tries, Home says so, and it can be printed again',
  withRollback(async (db) => {
    const { deps } = await queued(db, [byPost]);
    const print: Printer = { print: () => Promise.reject(new Error('out of memory')), close: async () => {} };
    const broken = { ...deps, channels: { ...deps.channels, print } };
    for (const _ of [1, 2]) {
      await expect(printLetters(broken, 1)).rejects.toThrow('out of memory');
      expect((await batches(db))[0]).toMatchObject({ state: 'printing' });
      deps.clock.advance({ minutes: 11 });
    }
    await printLetters(broken, 1);
    expect((await batches(db))[0]).toMatchObject({ state: 'failed' });
    const [batch] = await batches(db);
    expect(await needs(deps)).toEqual([
      `Batch ${batch?.number} could not be printed: It failed 3 times through a fault of ours, which is in the log.`,
    ]);
    await caller(as(deps, staff('officer')))(`POST /api/v1/batches/${batch?.id}/again`);
    const again = fakePrinter();
    await printLetters({ ...deps, channels: { ...deps.channels, print: again.printer } }, 1);
    expect((await batches(db))[0]).toMatchObject({ state: 'ready', letters: 1, tries: 1 });
    expect(await needs(deps)).toEqual([`Post batch ${batch?.number} is ready to print and not marked posted.`]);
  }),
);

test(
  'a file over which processes end is given up too',
  withRollback(async (db) => {
    const { deps, printing } = await queued(db, [byPost], 'no');
    await printLetters(printing, 1);
    await db`update print_batches set state = 'printing', tries = 3, lease_until = ${deps.clock.now()}`;
    deps.clock.advance({ minutes: 1 });
    await printLetters({ ...deps, channels: { ...deps.channels, print: fakePrinter().printer } }, 1);
    expect((await batches(db))[0]).toMatchObject({ state: 'failed', tries: 4 });
  }),
);

test(
  'many files that are ready are one need',
  withRollback(async (db) => {
    const { deps, printing } = await queued(db, [
      byPost,
      { ...byPost, format: 'large' },
      { ...byPost, language: 'ur' },
    ]);
    await printLetters(printing, 10);
    expect(await needs(deps)).toEqual(['3 print files are ready to post.']);
  }),
);
