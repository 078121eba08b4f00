import { expect, test } from 'vitest';
import { RefusedError } from '../../channels/errors.ts';
import type { Letter, Printer } from '../../channels/post/printer.ts';
import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { applyReceipts } from '../../server/actions/delivery/receipts.ts';
import { drain } from '../../server/work/drain.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { provider } from './field.ts';
import { makeWorld, residentId, uid } from './world.ts';

const at = new Date('2026-05-01T09:00:00Z');
const group = uid('9999', 1);
const meeting = uid('9999', 2);
const mailing = uid('9999', 3);

async function packDue(db: Db) {
  const deps = testDeps({ db });
  deps.clock.set('2026-05-01T09:00:00Z');
  await makeWorld(db, [{}, { format: 'large' }, {}]);
  await insertRows(db, 'groups', [{ id: group, kind: 'halo', name: 'Repairs Group', createdAt: at }]);
  await insertRows(db, 'meetings', [
    { id: meeting, groupId: group, title: 'May', heldOn: '2026-05-14', commentsBy: '2026-05-10', createdAt: at },
  ]);
  await insertRows(db, 'agenda_items', [
    {
      id: uid('9999', 4),
      meetingId: meeting,
      number: 1,
      title: 'Damp and mould report',
      summary: 'what we found in 212 homes.',
    },
    {
      id: uid('9999', 5),
      meetingId: meeting,
      number: 2,
      title: 'New repairs times',
      summary: 'should we come on Saturdays?',
    },
  ]);
  for (const [n, format] of [
    [6, 'standard'],
    [7, 'large'],
  ] as const) {
    await db`
      insert into papers (id, meeting_id, kind, title, language, format, filename, content_type, size, content, created_at)
      values (${uid('9999', n)}, ${meeting}, 'report', 'Damp', 'en', ${format}, ${`damp-${format}.pdf`}, 'application/pdf', 5, ${new TextEncoder().encode(`%PDF${n}`)}, ${at})`;
  }
  await insertRows(db, 'mailings', [
    { id: mailing, kind: 'pack', purpose: 'service', meetingId: meeting, createdAt: at, createdBy: 'Priya' },
  ]);
  const channels = ['email', 'email', 'sms'];
  for (const [index, channel] of channels.entries()) {
    const format = index === 1 ? 'large' : 'standard';
    await insertRows(db, 'recipients', [
      { id: uid('7777', index), mailingId: mailing, residentId: residentId(index + 1), language: 'en', format },
    ]);
    await insertRows(db, 'deliveries', [
      {
        id: uid('8888', index),
        recipientId: uid('7777', index),
        step: 0,
        channel,
        kind: 'pack',
        dueAt: at,
        language: 'en',
        format,
        createdAt: at,
        status: 'due',
        attempt: 1,
        tries: 0,
      },
    ]);
  }
  return deps;
}

test(
  'a pack goes to each member in their print size, with the papers, an address to answer to and a link of their own',
  withRollback(async (db) => {
    const deps = await packDue(db);
    await drain(deps, { limit: 10, until: new Date('2030-01-01') });
    const [first, second] = deps.channels.email.sent;
    if (first?.kind !== 'email' || second?.kind !== 'email') throw new Error('no mail');
    expect(first.subject).toBe('Repairs Group, 14 May: papers and your comments by 10 May');
    expect(first.text.startsWith('--- Reply above this line ---')).toBe(true);
    expect(first.text).toContain('1. Damp and mould report: what we found in 212 homes.');
    expect(first.replyTo).toMatch(/^r-/);
    expect(first.unsubscribeUrl).toBeNull();
    expect(first.attachments?.map(({ filename }) => filename)).toEqual(['damp-standard.pdf']);
    expect(second.attachments?.map(({ filename }) => filename)).toEqual(['damp-large.pdf']);
    expect(second.text).toContain('Large print, 18 point');
    const [text] = deps.channels.sms.sent;
    expect(text?.kind === 'sms' ? text.body : '').toMatch(
      /^Millbrook: papers for the Repairs Group on 14 May: http:\/\/localhost:8080\/g\/[0-9a-f]{32} Please comment by 10 May, or ring 01632 960123$/,
    );
    expect(
      await db`select scope, count(*) as count from tokens where scope = 'group' and subject = ${meeting} group by scope`,
    ).toEqual([{ scope: 'group', count: 3 }]);
  }),
);

test(
  'who said stop to surveys still gets the papers of their group, and who said stop to those does not',
  withRollback(async (db) => {
    const deps = await packDue(db);
    const stop = { reason: 'stop', at, by: 'resident' };
    await insertRows(db, 'suppressions', [
      { id: residentId(91), residentId: residentId(1), purpose: 'research', ...stop },
      { id: residentId(92), residentId: residentId(2), purpose: 'service', ...stop },
    ]);
    await drain(deps, { limit: 10, until: new Date('2030-01-01') });
    expect(deps.channels.email.sent.map(({ to }) => to)).toEqual(['resident1@example.org']);
  }),
);

const attempts = (db: Db, n: number) => db<Record<string, unknown>[]>`
  select channel, attempt, status, next_action from deliveries where recipient_id = ${uid('7777', n)} order by attempt`;

test(
  'papers that cannot reach a member go by the next of their ways, and the ledger says which',
  withRollback(async (db) => {
    const deps = await packDue(db);
    const email = provider('email', () => new RefusedError('no such mailbox', '550', 'hard'));
    await db`update residents set demo = false`;
    await drain({ ...deps, channels: { ...deps.channels, email } }, { limit: 10, until: new Date('2030-01-01') });
    expect(await attempts(db, 0)).toMatchObject([
      { channel: 'email', status: 'failed', nextAction: 'The papers go by text instead.' },
      { channel: 'sms', attempt: 2, status: 'due', nextAction: null },
    ]);
    const sms = provider('sms', () => new RefusedError('no such number', '21211', 'hard'));
    await drain({ ...deps, channels: { ...deps.channels, sms } }, { limit: 10, until: new Date('2030-01-01') });
    expect((await attempts(db, 0))[1]).toMatchObject({
      status: 'failed',
      nextAction: 'The papers go by post instead.',
    });
    expect((await attempts(db, 0))[2]).toMatchObject({ channel: 'post', attempt: 3, status: 'due' });
  }),
);

test(
  'a failed receipt of papers makes the next attempt once, however often it comes',
  withRollback(async (db) => {
    const deps = await packDue(db);
    await drain(deps, { limit: 10, until: new Date('2030-01-01') });
    await db`update deliveries set status = 'accepted', provider = 'twilio', provider_id = 'SM1' where id = ${uid('8888', 2)}`;
    const failed = { deliveryId: uid('8888', 2), providerId: 'SM1', code: '30005', reason: null, at } as const;
    for (const eventId of ['1', '2', '1'])
      await applyReceipts(deps, 'twilio', [{ ...failed, eventId, status: 'failed', failure: 'hard' }]);
    expect(await attempts(db, 2)).toMatchObject([
      { channel: 'sms', status: 'failed', nextAction: 'The papers go by email instead.' },
      { channel: 'email', attempt: 2, status: 'due' },
    ]);
  }),
);

test(
  'when no way is left the ledger says so and Home names the meeting',
  withRollback(async (db) => {
    const deps = await packDue(db);
    await db`update residents set demo = false, phone = null where id = ${residentId(1)}`;
    await db`update household_members set to_date = '2026-04-01' where resident_id = ${residentId(1)}`;
    const email = provider('email', () => new RefusedError('no such mailbox', '550', 'hard'));
    await drain({ ...deps, channels: { ...deps.channels, email } }, { limit: 10, until: new Date('2030-01-01') });
    expect(await attempts(db, 0)).toMatchObject([
      { status: 'failed', nextAction: 'No other way works: nothing more is sent.' },
    ]);
    expect((await caller(as(deps, staff('officer')))('GET /api/v1/home')).body).toMatchObject({
      needs: [
        {
          kind: 'pack',
          sentence: '1 member of Repairs Group was not reached with the papers for 14 May: no way that works is left.',
          link: `/console/meetings/${meeting}`,
        },
      ],
    });
  }),
);

test(
  'papers by post are named in the letter, in the manifest and to whoever fills the envelope',
  withRollback(async (db) => {
    const deps = await packDue(db);
    await db`update deliveries set channel = 'post' where id = ${uid('8888', 1)}`;
    const letters: Letter[] = [];
    const print: Printer = {
      async print(file) {
        letters.push(...file);
        return { pdf: new Uint8Array([37]), pages: file.map(() => 2) };
      },
      close: async () => {},
    };
    const all = { ...deps, channels: { ...deps.channels, print } };
    await drain(all, { limit: 10, until: new Date('2030-01-01') });
    expect(letters[0]?.paragraphs).toContain('With this letter: Damp.');
    const call = caller(as(deps, staff('officer')));
    const [batch] = ((await call('GET /api/v1/batches')).body as { items: { id: string; enclose: { id: string }[] }[] })
      .items;
    expect(batch?.enclose).toEqual([{ id: uid('9999', 7), words: 'Damp (English, large print)' }]);
    const manifest = (await call(`GET /api/v1/batches/${batch?.id}/manifest`)).text;
    expect(manifest).toContain('OX1 1AA,"Damp (English, large print)"');
    expect((await call(`GET /api/v1/papers/${batch?.enclose[0]?.id}/file`)).text).toBe('%PDF7');
  }),
);
