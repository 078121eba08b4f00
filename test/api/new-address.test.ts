import { expect, test } from 'vitest';
import { addressHash, addressKeys } from '../../db/address-hash.ts';
import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { afterFailures } from '../../server/actions/delivery/failures.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testClock, testDeps } from '../support/deps.ts';
import { halo, putHalo, putLink } from '../support/halo.ts';
import { bringer } from '../support/importing.ts';
import { browser } from '../support/resident.ts';
import { work } from '../work/field.ts';

async function setUp(db: Db, language = 'en') {
  await putHalo(db, { language });
  await db`update residents set demo = true`;
  await db`update deliveries set status = 'sent' where status = 'due'`;
  const deps = testDeps({ db, clock: testClock('2026-12-04T10:00:00Z') });
  const path = `/p/${await putLink(db, 'preferences', halo.residentId, null)}`;
  const me = browser(deps);
  const change = (row: string, value: string) => me.post(path, { do: 'change', row, value });
  const texts = () => deps.channels.sms.sent.map((sent) => (sent.kind === 'sms' ? [sent.to, sent.body] : []));
  return { deps, me, path, change, texts };
}

const linkIn = (body = '') => /\/[cp]\/[0-9a-f]{32}/.exec(body)?.[0] ?? 'no link';
const reach = async (db: Db) => (await db`select phone, email from residents where id = ${halo.residentId}`)[0]!;

test(
  'a new mobile is used once the link at it was opened and its button pressed, and no import undoes it',
  withRollback(async (db) => {
    const { deps, me, change, texts } = await setUp(db);
    const before = await reach(db);
    const asked = await change('mobile', '07700 900456');
    expect(asked.text).toContain('We have sent a message to the new one.');
    expect(asked.text).toContain('07*** ***456, waiting for you to confirm');
    await work(deps);
    expect(texts()).toEqual([['+447700900456', expect.stringContaining('to use this number for messages from us')]]);
    const link = linkIn(texts()[0]?.[1]);
    const page = await me.get(link);
    expect(page.text).toContain('Use this number?');
    expect(page.text).toContain('07*** ***456');
    expect(await reach(db)).toEqual(before);
    expect((await me.post(link, { do: 'confirm' })).text).toContain('We will use this from now on.');
    expect(await reach(db)).toEqual({ ...before, phone: '+447700900456' });
    expect((await me.post(link, { do: 'confirm' })).status).toBe(404);
    const [kept] = await db`select words from deliveries where kind = 'confirmation'`;
    expect(kept?.words).toContain('/c/••••');
    const [{ reference } = { reference: '' }] = await db<{ reference: string }[]>`
      select reference from residents where id = ${halo.residentId}`;
    const csv = `Person reference,Mobile\n${reference},07700900999\n`;
    const { counts } = await bringer(deps, caller(as(deps, staff('officer'))))(csv);
    expect(counts.kept).toBe(1);
    expect(await reach(db)).toMatchObject({ phone: '+447700900456' });
  }),
);

test(
  'a new email is asked about in their language; a second wish, a change of mind and time each end the first link',
  withRollback(async (db) => {
    const { deps, me, path, change } = await setUp(db, 'ur');
    await change('email', 'First@Example.org');
    await work(deps);
    const mail = () => {
      const sent = deps.channels.email.sent.at(-1);
      return sent?.kind === 'email' ? sent : null;
    };
    expect(mail()).toMatchObject({ to: 'first@example.org', subject: 'براہ کرم اپنے ای میل پتے کی تصدیق کریں' });
    const first = linkIn(mail()?.text);
    await change('email', 'second@example.org');
    expect((await me.get(first)).status).toBe(404);
    await work(deps);
    const second = linkIn(mail()?.text);
    expect((await me.get(second)).status).toBe(200);
    await me.post(path, { do: 'keep', row: 'email' });
    expect((await me.post(second, { do: 'confirm' })).status).toBe(404);
    await change('email', 'third@example.org');
    await work(deps);
    const third = linkIn(mail()?.text);
    deps.clock.advance({ days: 8 });
    expect((await me.post(third, { do: 'confirm' })).status).toBe(404);
    expect((await me.get(path)).html).not.toContain('t****@example.org');
    expect(await reach(db)).toMatchObject({ email: 'noor@example.org' });
  }),
);

test(
  'what is no number or address is told beside the box, with what was typed',
  withRollback(async (db) => {
    const { change } = await setUp(db);
    const short = await change('mobile', '0770');
    expect(short.status).toBe(422);
    expect(short.text).toContain('Type a mobile number. It has 11 numbers and starts with 07.');
    expect(short.html).toContain('value="0770"');
    expect((await change('email', 'not an address')).text).toContain('Type an email address');
    expect(await db`select 1 from contact_changes`).toHaveLength(0);
  }),
);

test(
  'a number that texted STOP is sent nothing, a stop of surveys does not stand in the way, and the sixth wish of a day waits',
  withRollback(async (db) => {
    const { deps, me, path, change, texts } = await setUp(db);
    const base = { residentId: null, purpose: null, at: new Date('2026-12-01'), by: 'resident' };
    const hash = await addressHash(await addressKeys(deps.env.secret), '+447700900777');
    await insertRows(db, 'suppressions', [{ ...base, id: deps.newId(), addressHash: hash, reason: 'stop' }]);
    await me.post(path, [
      ['do', 'stop'],
      ['stop', 'research'],
      ['stop', 'service'],
    ]);
    expect((await change('mobile', '07700 900777')).text).toContain('We have sent a message');
    await change('mobile', '07700 900778');
    await work(deps);
    expect(texts().map(([to]) => to)).toEqual(['+447700900778']);
    for (let more = 0; more < 3; more++) await me.post(path, { do: 'again', row: 'mobile' });
    expect((await me.post(path, { do: 'again', row: 'mobile' })).text).toContain(
      'We have sent several messages today.',
    );
    await work(deps);
    expect(texts()).toHaveLength(4);
    await db`update suppressions set reason = 'do_not_contact', purpose = null where resident_id is not null`;
    deps.clock.advance({ days: 2 });
    await me.post(path, { do: 'again', row: 'mobile' });
    await work(deps);
    expect(texts()).toHaveLength(4);
    expect(await db`select distinct next_action from deliveries where status = 'cancelled' order by 1`).toEqual([
      { nextAction: 'On the do-not-contact list.' },
      { nextAction: 'The resident wished for something else.' },
    ]);
  }),
);

test(
  'a new number that does not exist says nothing against the old one',
  withRollback(async (db) => {
    const { deps, change } = await setUp(db);
    await change('mobile', '07700 900456');
    await work(deps);
    const [sent] = await db<{ id: string }[]>`
      update deliveries set status = 'failed', failure = 'opted_out' where kind = 'confirmation' returning id`;
    await afterFailures(deps, db, [sent?.id ?? '']);
    const hash = await addressHash(await addressKeys(deps.env.secret), '+447700900456');
    expect(await db`select address_hash, resident_id from suppressions`).toEqual([
      { addressHash: hash, residentId: null },
    ]);
  }),
);

test(
  'an old link is answered with a new one at the address on file; nobody learns whether there is one',
  withRollback(async (db) => {
    const { deps, me, path } = await setUp(db);
    deps.clock.set('2028-01-01T10:00:00Z');
    const old = await me.get(path);
    expect(old.status).toBe(404);
    expect(old.text).toContain('Send me a new link');
    const asked = await me.post(path, { do: 'new_link' });
    const stranger = await me.post('/p/unknown', { do: 'new_link' });
    expect(asked.text).toContain('a new link is on its way');
    expect(stranger.text).toBe(asked.text);
    await work(deps);
    const sent = deps.channels.email.sent.map((one) => [one.to, one.kind === 'email' ? linkIn(one.text) : '']);
    expect(sent).toEqual([['noor@example.org', expect.stringMatching(/^\/p\//)]]);
    expect((await me.get(sent[0]?.[1] ?? '')).text).toContain('How we reach you');
    for (let more = 0; more < 3; more++) await me.post('/p/unknown', { do: 'new_link' });
    expect(await me.post(path, { do: 'new_link' })).toMatchObject({ status: 429 });
  }),
);

test(
  'topics, comfort level and ways are saved, said with the focus on their row, and audited',
  withRollback(async (db) => {
    const { me, path, change } = await setUp(db);
    const topics = await me.post(path, [
      ['do', 'change'],
      ['row', 'topics'],
      ['topic', 'safety'],
      ['topic', 'nonsense'],
      ['topic', 'repairs'],
    ]);
    expect(topics.text).toContain('Saved: Repairs, Safety');
    expect(topics.html).toMatch(/change=topics" autofocus aria-describedby="saved"/);
    expect((await change('comfort', '2')).text).toContain('Saved: A group on one subject');
    const ways = await me.post(path, [
      ['do', 'change'],
      ['row', 'ways'],
      ['research', 'email'],
      ...['sms', 'email', 'post', 'telephone'].map((way): [string, string] => ['service', way]),
      ['marketing', 'email'],
    ]);
    expect(ways.text).toContain(
      'Surveys: Email; Groups and papers: Text, Email, Letter, Telephone call; Events and news: Email',
    );
    expect(await db`select topic from interests order by topic`).toEqual([{ topic: 'repairs' }, { topic: 'safety' }]);
    expect(
      await db`select purpose, channel, allowed, by, how from permissions order by purpose desc, channel desc`,
    ).toEqual(
      [
        ['research', 'telephone', false],
        ['research', 'sms', false],
        ['research', 'post', false],
        ['marketing', 'email', true],
      ].map(([purpose, channel, allowed]) => ({ purpose, channel, allowed, by: 'The resident', how: 'web' })),
    );
    const audit = await db`select action from audit_log order by id`;
    expect(audit.map(({ action }) => action)).toEqual(['resident.topics', 'resident.change', 'resident.permit']);
  }),
);
