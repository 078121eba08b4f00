import { expect, test } from 'vitest';
import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { drain } from '../../server/work/drain.ts';
import { withRollback } from '../support/database.ts';
import { testDeps } from '../support/deps.ts';
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
