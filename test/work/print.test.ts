import { expect, test } from 'vitest';
import { insertRows } from '../../db/bulk.ts';
import { markPosted } from '../../server/actions/print/mark-posted.ts';
import { printLetters } from '../../server/work/print.ts';
import { tick } from '../../server/work/tick.ts';
import { withRollback } from '../support/database.ts';
import { ledger } from './field.ts';
import { batches, byPost, fakePrinter, queued } from './printing.ts';
import { officer, residentId } from './world.ts';

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
        'English, 18 point, because the Welsh large print had not been made. It had a line in Welsh on how to get it.',
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
