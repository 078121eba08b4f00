import { expect, test } from 'vitest';
import type { Printer } from '../../channels/post/printer.ts';
import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { printLetters } from '../../server/work/print.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, type TestDeps } from '../support/deps.ts';
import { ledger } from './field.ts';
import { batches, byPost, fakePrinter, queued } from './printing.ts';
import { residentId } from './world.ts';

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
