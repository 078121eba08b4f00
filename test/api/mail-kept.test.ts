import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testClock, testDeps } from '../support/deps.ts';
import { halo, mailEnv, mailServer, putHalo, rawMail, replyTo } from '../support/halo.ts';

const token = '0123456789abcdef0123456789abcdef';

async function setUp(db: Db) {
  await putHalo(db);
  const deps = testDeps({ db, clock: testClock('2026-12-09T10:00:00Z'), env: mailEnv() });
  const call = caller(as(deps, staff('officer')));
  return { deps, bring: mailServer(deps), to: await replyTo(deps), call };
}

test(
  'links and codes quoted back to us are kept as they came and shown to nobody',
  withRollback(async (db) => {
    const { bring, to, call } = await setUp(db);
    const said = `1. Our wall is wet, see http://localhost:8080/g/${token}\n\nOn 20 Nov 2026 at 09:00, Millbrook Homes wrote:\n> To stop: http://localhost:8080/u/${token}`;
    await bring(rawMail({ From: halo.email, To: to, Subject: `Re: /p/${token}` }, said));
    const stranger = { From: 'who@example.org', To: 'hello@reply.example.org', 'Message-ID': '<m2@x.example.org>' };
    await bring(rawMail({ ...stranger, Subject: 'Your code' }, `What is http://localhost:8080/p/${token} for?`));
    const [comment] = await db`select id from comments`;
    const shown = [
      await call('GET /api/v1/tray'),
      await call(`GET /api/v1/meetings/${halo.meetingId}`),
      await call(`GET /api/v1/comments/${comment!.id}/original`),
      await call(`GET /api/v1/residents/${halo.residentId}`),
    ];
    for (const { text } of shown) expect(text).not.toContain(token);
    expect(shown[2]!.text).toContain('/g/••••');
    const rows = await db<{ raw: Uint8Array }[]>`select raw from inbound_messages`;
    for (const { raw } of rows) expect(Buffer.from(raw).toString()).toContain(token);
  }),
);

test(
  'a mail in the tray becomes a comment without its history, at the moment it came, late only if it was',
  withRollback(async (db) => {
    const { bring, call, deps } = await setUp(db);
    const body = 'Please look at the roof.\n\nOn 20 Nov 2026 at 09:00, Millbrook Homes wrote:\n> Here are the papers';
    const mail = (n: number) =>
      rawMail({ From: halo.email, To: 'hello@reply.example.org', 'Message-ID': `<m${n}@x.example.org>` }, body);
    await bring(mail(1));
    deps.clock.advance({ days: 3 });
    await bring(mail(2));
    const rows = await db`select id, received_at from inbound_messages order by received_at`;
    for (const { id } of rows) await call(`POST /api/v1/tray/${id}`, { body: { do: `comment:${halo.meetingId}` } });
    const comments = await db`select words, cut, received_at, late from comments order by received_at`;
    expect(comments).toMatchObject([
      { words: 'Please look at the roof.', receivedAt: rows[0]!.receivedAt, late: false },
      { words: 'Please look at the roof.', receivedAt: rows[1]!.receivedAt, late: true },
    ]);
    expect(comments[0]!.cut).toContain('> Here are the papers');
  }),
);

test(
  'a mail of ours that came back without saying which is for a person',
  withRollback(async (db) => {
    const { bring, call } = await setUp(db);
    const headers = { From: 'Mail Delivery System <mailer-daemon@mx.example.org>', To: 'hello@reply.example.org' };
    await bring(rawMail({ ...headers, Subject: 'Undelivered Mail Returned to Sender' }, 'no such user'));
    expect(await db`select done, tray_reason from inbound_messages`).toEqual([
      { done: 'bounce', trayReason: 'unknown_bounce' },
    ]);
    const { body } = await call('GET /api/v1/tray');
    expect((body as { items: { why: string }[] }).items[0]!.why).toMatch(/^A message of ours came back/);
  }),
);
