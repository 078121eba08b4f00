import { expect, test } from 'vitest';
import { RefusedError } from '../../channels/errors.ts';
import type { Db } from '../../db/connect.ts';
import { withRollback } from '../support/database.ts';
import { testDeps } from '../support/deps.ts';
import { focusGroup, interestedWorld, planner } from '../support/invited.ts';
import { ledger, provider, work } from './field.ts';
import { byPost, fakePrinter } from './printing.ts';
import type { PersonChanges } from './world.ts';

/** An invitation to two people, due. */
async function due(db: Db, changes: PersonChanges) {
  await interestedWorld(
    db,
    Array.from({ length: 10 }, () => changes),
  );
  const deps = testDeps({ db });
  const { call, plan } = planner(deps);
  const id = await plan({ ...focusGroup, plan: { ...focusGroup.plan, places: 2 } });
  await call(`POST /api/v1/events/${id}/send`);
  return { deps, call, id };
}

test(
  'an invitation that cannot reach somebody goes by their next way; who was told at once that it is off is sent nothing',
  withRollback(async (db) => {
    const { deps, call, id } = await due(db, {});
    await db`update residents set demo = false`;
    const email = provider('email', () => new RefusedError('no such mailbox', '550', 'hard'));
    await work({ ...deps, channels: { ...deps.channels, email } });
    expect(await ledger(db)).toMatchObject([
      { channel: 'email', kind: 'event', status: 'failed', nextAction: 'The invitation goes by text instead.' },
      { channel: 'sms', status: 'due', attempt: 2 },
      { channel: 'email', status: 'failed' },
      { channel: 'sms', status: 'due', attempt: 2 },
    ]);
    await call(`POST /api/v1/events/${id}/call-off`);
    const sms = provider('sms');
    await work({ ...deps, channels: { ...deps.channels, email, sms } });
    expect(sms.taken).toEqual([]);
    expect((await ledger(db))[1]).toMatchObject({ status: 'cancelled' });
  }),
);

test(
  'by post it is a letter in the resident’s language with a slip to cross',
  withRollback(async (db) => {
    const { deps } = await due(db, { ...byPost, language: 'cy', format: 'large' });
    const { printer, files } = fakePrinter();
    await work({ ...deps, channels: { ...deps.channels, print: printer } });
    const [letter] = files.flat();
    expect(letter).toMatchObject({
      language: 'cy',
      format: 'large',
      title: 'Rydych wedi eich gwahodd: Repairs evening',
      formTitle: 'Eich ateb',
    });
    expect(letter?.paragraphs).toContain('Pryd: 14 Rhagfyr, 18:30');
    expect(letter?.questions[0]?.options.map(({ label }) => label)).toEqual([
      'Byddaf, fe ddof',
      'Na, dim y tro hwn',
      'Efallai',
    ]);
  }),
);
