import { expect, test } from 'vitest';
import { addressHash, addressKeys } from '../../db/address-hash.ts';
import { insertRows } from '../../db/bulk.ts';
import { tick } from '../../server/work/tick.ts';
import { withRollback } from '../support/database.ts';
import { inField, ledger, work } from './field.ts';
import { residentId, uid } from './world.ts';

test(
  'a text and a mail go out in the resident’s own language, and the ledger keeps the words with the code hidden',
  withRollback(async (db) => {
    const deps = await inField(db, [{ preferredChannel: 'sms' }, { language: 'ur' }]);
    await work(deps);
    const [text] = deps.channels.sms.sent;
    const [mail] = deps.channels.email.sent;
    const codes = await db<{ code: string; residentId: string }[]>`
    select i.code, rec.resident_id from invitations i join recipients rec on rec.id = i.id order by rec.resident_id`;
    const link = (n: number) => `http://localhost:8080/s/${codes[n]?.code}`;
    expect(text).toMatchObject({ kind: 'sms', to: '+447700900101', language: 'en' });
    expect(text && 'body' in text ? text.body : '').toBe(
      `Millbrook: 1 quick question about your home. Reply 1 to start (normal text price) or go to ${link(0)} To end, reply STOP`,
    );
    expect(mail).toMatchObject({
      kind: 'email',
      to: 'resident2@example.org',
      language: 'ur',
      fromName: 'Millbrook Homes',
    });
    if (mail?.kind !== 'email') throw new Error('no mail');
    expect(mail.text).toContain(link(1));
    expect(mail.html).toContain('dir="rtl"');
    expect(mail.html).not.toMatch(/<img|<script|<i>|<em>/);
    expect(mail.unsubscribeUrl).toMatch(/\/u\/[0-9a-f]{32}$/);
    expect(mail.replyTo).toMatch(/^r-[a-z2-7]{42}@practice\.invalid$/);
    const rows = await ledger(db);
    expect(rows.map(({ who, status, provider }) => [who, status, provider])).toEqual([
      ['R1', 'delivered', 'sandbox'],
      ['R2', 'delivered', 'sandbox'],
    ]);
    for (const { words } of rows) expect(words).not.toMatch(/\d{12}/);
    expect(rows[0]).toMatchObject({ segments: 1, cost: 2.4 });
    expect(rows[1]).toMatchObject({ subject: mail.subject, language: 'ur' });
    expect(await db`select disposition from invitations`).toMatchObject([
      { disposition: 'reached' },
      { disposition: 'reached' },
    ]);
    expect(await db`select scope, subject from tokens`).toEqual([{ scope: 'unsubscribe', subject: 'research' }]);
    expect(JSON.stringify(deps.logged)).not.toMatch(/\d{12}|example\.org|7700900/);
  }),
);

test(
  'a reminder to who has begun says how many questions are left',
  withRollback(async (db) => {
    const deps = await inField(db, [{ preferredChannel: 'sms' }], {
      plan: { steps: [{}, { day: 3, kind: 'reminder' }] },
    });
    await work(deps);
    const state = {
      status: 'open',
      answers: {},
      unanswered: {},
      cursor: 'overall',
      retries: 0,
      writing: false,
      choosingLanguage: false,
      language: 'en',
    };
    await db`
    insert into responses (id, wave_id, frame_member_id, version_id, language, state, started_mode, started_at, updated_at, interview)
    select ${residentId(77)}, i.wave_id, i.frame_member_id, w.version_id, 'en', 'open', 'web', now(), now(), ${JSON.stringify(state)}::text::jsonb
    from invitations i join waves w on w.id = i.wave_id`;
    deps.clock.advance({ days: 3 });
    await tick(deps);
    await work(deps);
    const text = deps.channels.sms.sent[1];
    expect(text && 'body' in text ? text.body : '').toContain('you have 1 question left. To go on, reply 1');
  }),
);

test(
  'what may not go any more is cancelled by the very claim, with the reason',
  withRollback(async (db) => {
    const deps = await inField(db, [{}, {}, {}, {}]);
    const keys = await addressKeys(deps.env.secret);
    const stop = { purpose: 'research', reason: 'stop', at: deps.clock.now(), by: 'resident' };
    await insertRows(db, 'suppressions', [
      { id: residentId(91), residentId: residentId(1), addressHash: null, ...stop },
      { id: residentId(92), residentId: null, addressHash: await addressHash(keys, 'resident2@example.org'), ...stop },
    ]);
    await db`update residents set status = 'moved' where id = ${residentId(3)}`;
    await work(deps);
    expect((await ledger(db)).map(({ who, status, nextAction }) => [who, status, nextAction])).toEqual([
      ['R1', 'cancelled', 'Asked us to stop before it was sent.'],
      ['R2', 'cancelled', 'This address must not be written to.'],
      ['R3', 'cancelled', 'The person has moved or died.'],
      ['R4', 'delivered', null],
    ]);
    await tick(deps);
    const last = (await ledger(db)).filter(({ who }) => who === 'R2').at(-1);
    expect(last).toMatchObject({ step: 0, attempt: 2, channel: 'sms', status: 'due' });
    const ended = await db<{ disposition: string }[]>`select disposition from invitations order by disposition`;
    expect(ended.map(({ disposition }) => disposition)).toEqual(['moved', 'not_sent', 'reached', 'refused']);
  }),
);

test(
  'words that cannot be made fail by themselves and hold nobody up',
  withRollback(async (db) => {
    const deps = await inField(db, [{}, {}]);
    await db`update deliveries set kind = 'pack' where recipient_id = (select rec.id from recipients rec where rec.resident_id = ${residentId(1)})`;
    await work(deps);
    expect((await ledger(db)).map(({ who, channel, status }) => [who, channel, status])).toEqual([
      ['R1', 'email', 'failed'],
      ['R1', 'sms', 'failed'],
      ['R1', 'post', 'due'],
      ['R2', 'email', 'delivered'],
    ]);
  }),
);

test(
  'the ledger knows which edition a message leads to, and when its questions are in another language',
  withRollback(async (db) => {
    const deps = await inField(db, [{ language: 'ur' }, { language: 'cy', preferredChannel: 'sms' }]);
    await work(deps);
    expect((await ledger(db)).map(({ editionRevisionId, fellBack }) => [editionRevisionId, fellBack])).toEqual([
      [uid('ed17', 3), null],
      [uid('ed17', 1), 'Welsh with the questions in English, because the Welsh ones had not been made.'],
    ]);
  }),
);
