import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { withRollback } from '../support/database.ts';
import { testClock, testDeps } from '../support/deps.ts';
import { halo, mailEnv, mailServer, putHalo, rawMail, replyTo } from '../support/halo.ts';
import { putSurvey } from '../support/survey.ts';

async function setUp(db: Db) {
  await putHalo(db);
  const deps = testDeps({ db, clock: testClock('2026-11-23T10:00:00Z'), env: mailEnv() });
  return { deps, bring: mailServer(deps), to: await replyTo(deps) };
}

const inbound = (db: Db) => db`select * from inbound_messages order by received_at, id`;
const comments = (db: Db) => db`select * from comments order by received_at, id`;
const thanks = (db: Db) => db`select * from deliveries where kind = 'acknowledgement'`;

test(
  'a reply to a pack becomes comments on its items; the quoted history is cut and kept; one thank-you is due',
  withRollback(async (db) => {
    const { bring, to, deps } = await setUp(db);
    const body =
      '1. Our wall is still wet.\n\n2. Saturdays are fine.\n\nOn 20 Nov 2026 at 09:00, Millbrook Homes wrote:\n> Here are the papers\n> for the Repairs Group';
    const answer = await bring(rawMail({ From: 'Noor <Noor@Example.org>', To: to, Subject: 'Re: papers' }, body));
    expect(answer.status).toBe(204);
    const rows = await comments(db);
    expect(
      rows.map(({ agendaItemId, words, placed, mode, late, fromOtherAddress }) => ({
        agendaItemId,
        words,
        placed,
        mode,
        late,
        fromOtherAddress,
      })),
    ).toEqual([
      {
        agendaItemId: halo.items[0],
        words: 'Our wall is still wet.',
        placed: 'sure',
        mode: 'email',
        late: false,
        fromOtherAddress: false,
      },
      {
        agendaItemId: halo.items[1],
        words: 'Saturdays are fine.',
        placed: 'sure',
        mode: 'email',
        late: false,
        fromOtherAddress: false,
      },
    ]);
    expect(rows[0]!.cut).toContain('> Here are the papers');
    const [mail] = await inbound(db);
    expect(mail).toMatchObject({
      done: 'commented',
      trayReason: null,
      residentId: halo.residentId,
      recipientId: halo.recipientId,
    });
    expect(Buffer.from(mail!.raw).toString()).toContain('> Here are the papers');
    expect(await thanks(db)).toHaveLength(1);
    expect(deps.woken()).toBe(1);
  }),
);

test(
  'the same mail again changes nothing, and one sender is thanked once in seven days',
  withRollback(async (db) => {
    const { bring, to, deps } = await setUp(db);
    const mail = (n: number) =>
      rawMail(
        { From: halo.email, To: to, Subject: 'Re: papers', 'Message-ID': `<m${n}@x.example.org>` },
        'Item 1: damp again',
      );
    await bring(mail(1));
    await bring(mail(1));
    await bring(mail(2));
    expect(await comments(db)).toHaveLength(2);
    const [thank, ...others] = await thanks(db);
    expect(others).toEqual([]);
    expect(thank).toMatchObject({
      status: 'due',
      channel: 'email',
      words: 'Thank you. We have your comment on item 1. We will send you our answer after 14 December.',
    });
    deps.clock.advance({ days: 8 });
    await bring(mail(3));
    expect(await thanks(db)).toHaveLength(2);
  }),
);

test(
  'what cannot be placed, comes late or from another address is kept and said so',
  withRollback(async (db) => {
    const { bring, to, deps } = await setUp(db);
    deps.clock.set('2026-12-12T10:00:00Z');
    await bring(rawMail({ From: 'son@example.org', To: to, Subject: 'Mum' }, 'She says the lift is slow.'));
    expect(await comments(db)).toMatchObject([
      { agendaItemId: null, placed: 'unplaced', late: true, fromOtherAddress: true, residentId: halo.residentId },
    ]);
    expect((await inbound(db))[0]).toMatchObject({ trayReason: 'which_item' });
    expect((await thanks(db))[0]!.words).toContain('A person will match it to the papers.');
  }),
);

test(
  'automatic mail is filed and never answered; danger, no words and strangers reach a person',
  withRollback(async (db) => {
    const { bring, to } = await setUp(db);
    const mail = (n: number, headers: Record<string, string>, body: string) =>
      bring(rawMail({ To: to, Subject: 'Re', 'Message-ID': `<m${n}@x.example.org>`, ...headers }, body));
    await mail(1, { From: halo.email, 'Auto-Submitted': 'auto-replied' }, 'I am away.');
    await mail(2, { From: halo.email }, '1. There is gas in the hall');
    await mail(3, { From: halo.email }, '');
    await mail(4, { From: 'who@example.org', To: 'hello@reply.example.org' }, 'Hello?');
    await mail(5, { From: halo.email, To: 'hello@reply.example.org' }, 'A new question');
    await mail(6, { From: halo.email, To: to.replace(/.@/, 'a@') }, 'A forged address');
    expect((await inbound(db)).map(({ done, trayReason, urgent }) => [done, trayReason, urgent])).toEqual([
      ['auto_reply', null, null],
      ['commented', 'urgent', 'danger'],
      ['tray', 'no_words', null],
      ['tray', 'unknown_address', null],
      ['tray', 'not_an_answer', null],
      ['tray', 'not_an_answer', null],
    ]);
    expect((await inbound(db))[4]).toMatchObject({ residentId: halo.residentId });
    expect(await thanks(db)).toHaveLength(1);
  }),
);

test(
  'a reply to a survey invitation reaches the tray and the timeline; unsubscribe by mail stops surveys',
  withRollback(async (db) => {
    const { bring, deps } = await setUp(db);
    const { people } = await putSurvey(db, { residents: [{ email: 'sam@example.org' }] });
    const to = await replyTo(deps, people[0]!.invitationId);
    await bring(
      rawMail({ From: 'sam@example.org', To: to, Subject: 'Re: 8 questions' }, 'I would rather talk to somebody.'),
    );
    expect((await inbound(db))[0]).toMatchObject({ trayReason: 'survey_reply', residentId: people[0]!.residentId });
    await bring(
      rawMail({ From: 'sam@example.org', To: to, Subject: 'unsubscribe', 'Message-ID': '<m2@x.example.org>' }, ''),
    );
    expect(await db`select resident_id, purpose, reason from suppressions`).toEqual([
      { residentId: people[0]!.residentId, purpose: 'research', reason: 'unsubscribe' },
    ]);
    expect((await db`select disposition from invitations`)[0]).toEqual({ disposition: 'refused' });
  }),
);

test(
  'without the secret, empty, or not set up: problem details, and nothing kept',
  withRollback(async (db) => {
    const { bring, to } = await setUp(db);
    const mail = rawMail({ From: halo.email, To: to }, 'Item 1: damp');
    const unsigned = await bring(mail, 'Bearer wrong');
    expect(unsigned.status).toBe(403);
    expect(await unsigned.json()).toMatchObject({ code: 'not_signed' });
    expect(await (await bring('')).json()).toMatchObject({ code: 'bad_input' });
    expect((await mailServer(testDeps({ db }))(mail)).status).toBe(403);
    expect((await bring('\u0000\u0001 not a mail at all')).status).toBe(204);
    expect(await inbound(db)).toHaveLength(1);
  }),
);
