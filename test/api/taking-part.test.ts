import { expect, test } from 'vitest';
import { insertRows } from '../../db/bulk.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { officer, sendAll } from '../support/invited.ts';
import { browser } from '../support/resident.ts';
import { makeWorld, panelId, residentId } from '../work/world.ts';

const form = { name: 'Nadia Khan1', reach: 'new@example.org', postcode: 'ox11aa', topic: 'repairs', level: '2' };
const linkIn = (text: string): string => /\/join\/[0-9a-f]{32}/.exec(text)?.[0] ?? 'no link';

interface Waiting {
  items: { id: string; topics: string[]; address: string; matches: { residentId: string; byAddress: boolean }[] }[];
}

test(
  'somebody puts themselves forward, confirms by the message, is matched by postcode and name, and joins a panel',
  withRollback(async (db) => {
    await makeWorld(db, [{ inPanel: false }, {}]);
    const deps = testDeps({ db });
    const me = browser(deps);
    expect((await me.get('/join')).text).toContain('What would you like to be asked about?');
    expect((await me.post('/join', { ...form, reach: '12' })).text).toContain('Write a mobile number');
    expect((await me.post('/join', { ...form, postcode: 'OX1' })).status).toBe(422);
    expect((await me.post('/join', form)).text).toContain('One more step');
    await sendAll(deps);
    const [mail] = deps.channels.email.sent;
    if (mail?.kind !== 'email') throw new Error('no mail');
    expect(mail).toMatchObject({ to: 'new@example.org', subject: 'Please confirm that you put your name forward' });
    const call = officer(deps);
    const list = async () => (await call('GET /api/v1/join-requests')).body as Waiting;
    expect((await list()).items).toEqual([]);
    expect((await me.get(linkIn(mail.text))).text).toContain('Is this you?');
    expect((await list()).items).toEqual([]);
    expect((await me.post(linkIn(mail.text), {})).text).toContain('Your name is with us');
    const [request] = (await list()).items;
    expect(request).toMatchObject({ topics: ['repairs'], address: 'new@example.org' });
    expect(request?.matches).toMatchObject([{ residentId: residentId(1), byAddress: false }]);
    const match = { body: { residentId: residentId(1), groupId: panelId } };
    expect((await call(`POST /api/v1/join-requests/${request?.id}/match`, match)).status).toBe(200);
    expect((await call(`POST /api/v1/join-requests/${request?.id}/match`, match)).body).toMatchObject({
      code: 'decided_already',
    });
    expect(await db`select topic, by from interests`).toEqual([{ topic: 'repairs', by: 'The resident' }]);
    expect(await db`select comfort_level from residents where id = ${residentId(1)}`).toEqual([{ comfortLevel: 2 }]);
    expect(await db`select joined_by from memberships where resident_id = ${residentId(1)}`).toEqual([
      { joinedBy: 'join' },
    ]);
    await sendAll(deps);
    expect(deps.channels.email.sent.at(-1)).toMatchObject({
      to: 'new@example.org',
      subject: 'Thank you for putting your name forward',
    });
    expect((await call('GET /api/v1/join-requests')).body).toMatchObject({ items: [] });
    expect((await call('GET /api/v1/join-requests?state=decided')).body).toMatchObject({
      items: [{ outcome: 'matched' }],
    });
  }),
);

test(
  'a text goes to the mobile given; declined kindly; the page never says whether we know the number',
  withRollback(async (db) => {
    await makeWorld(db, [{}]);
    const deps = testDeps({ db });
    const me = browser(deps);
    const known = await me.post('/join', { ...form, reach: '07700 900101' });
    const unknown = await me.post('/join', { ...form, reach: '07700 900999' });
    expect(known.text).toBe(unknown.text);
    await sendAll(deps);
    const [first, second] = deps.channels.sms.sent.map((text) => (text.kind === 'sms' ? text : null));
    expect([first?.to, second?.to].toSorted()).toEqual(['+447700900101', '+447700900999']);
    expect(first?.body).toMatch(/^Millbrook: to put your name forward, open http/);
    await me.post(linkIn(second?.body ?? ''), {});
    const call = officer(deps);
    const [request] = ((await call('GET /api/v1/join-requests')).body as Waiting).items;
    await call(`POST /api/v1/join-requests/${request?.id}/decline`, { body: { note: 'Not one of ours' } });
    await sendAll(deps);
    const told = deps.channels.sms.sent.at(-1);
    expect(told?.kind === 'sms' ? told.body : '').toContain('could not find you');
    expect(await db`select action from audit_log order by id`).toEqual([
      { action: 'join_request.confirm' },
      { action: 'join_request.decline' },
    ]);
  }),
);

test(
  'an address that must not be written to gets nothing, nor does one that was written to three times today',
  withRollback(async (db) => {
    await makeWorld(db, [{}]);
    const deps = testDeps({ db });
    const row = { id: residentId(91), residentId: residentId(1), reason: 'do_not_contact', at: new Date(), by: 'Sam' };
    await insertRows(db, 'suppressions', [row]);
    const me = browser(deps);
    expect((await me.post('/join', { ...form, reach: 'Resident1@example.org' })).text).toContain('One more step');
    expect((await me.post('/join', { ...form, reach: '07700900101' })).text).toContain('One more step');
    await sendAll(deps);
    expect([...deps.channels.email.sent, ...deps.channels.sms.sent]).toEqual([]);
    for (let n = 0; n < 5; n++) await browser(deps, { from: `192.0.2.${n + 10}` }).post('/join', form);
    await sendAll(deps);
    expect(deps.channels.email.sent).toHaveLength(3);
  }),
);

test(
  'the form is rate limited by address; a link stops after seven days and whoever did not confirm is forgotten',
  withRollback(async (db) => {
    await makeWorld(db, [{}]);
    const deps = testDeps({ db });
    const me = browser(deps);
    for (let n = 0; n < 10; n++)
      expect((await me.post('/join', { ...form, reach: `a${n}@example.org` })).status).toBe(200);
    const eleventh = await me.post('/join', form);
    expect(eleventh.status).toBe(429);
    expect(eleventh.headers.get('retry-after')).toBe('900');
    expect(eleventh.html).toContain('value="Nadia Khan1"');
    expect((await browser(deps, { from: '192.0.2.77' }).post('/join', form)).status).toBe(200);
    await sendAll(deps);
    const [mail] = deps.channels.email.sent;
    const link = linkIn(mail?.kind === 'email' ? mail.text : '');
    deps.clock.advance({ days: 8 });
    expect((await me.get(link)).status).toBe(404);
    expect((await me.post(link, {})).status).toBe(404);
    await sendAll(deps);
    expect(await db`select count(*) as count from join_requests`).toEqual([{ count: 0 }]);
    expect(await db`select distinct words from deliveries`).toEqual([{ words: '' }]);
  }),
);

test(
  'a referral by anybody on the staff comes to the officer, and what came of it is told back',
  withRollback(async (db) => {
    await makeWorld(db, [{ inPanel: false }]);
    const deps = testDeps({ db });
    const colleague = caller(as(deps, staff('interviewer')));
    const call = officer(deps);
    expect((await colleague('GET /api/v1/referrals/find?q=Khan1')).body).toEqual({
      items: [{ id: residentId(1), name: 'Mrs Nadia Khan1', address: '1 Elm Court, Millbrook, OX1 1AA' }],
    });
    const referral = { residentId: residentId(1), topics: ['repairs'], words: 'Would love to help', consent: true };
    expect((await colleague('POST /api/v1/referrals', { body: { ...referral, consent: false } })).status).toBe(400);
    const { id } = (await colleague('POST /api/v1/referrals', { body: referral })).body as { id: string };
    expect((await colleague('GET /api/v1/referrals')).status).toBe(403);
    expect((await call('GET /api/v1/home')).body).toMatchObject({
      needs: expect.arrayContaining([expect.objectContaining({ kind: 'people', link: '/console/referrals' })]),
    });
    const bare = await call(`POST /api/v1/referrals/${id}/outcome`, { body: { outcome: 'joined' } });
    expect(bare.body).toMatchObject({ code: 'bad_input' });
    const outcome = { outcome: 'joined', groupId: panelId, note: 'She starts in January' };
    expect((await call(`POST /api/v1/referrals/${id}/outcome`, { body: outcome })).status).toBe(200);
    expect((await colleague('GET /api/v1/referrals/mine')).body).toMatchObject({
      items: [
        {
          name: 'Mrs Nadia Khan1',
          outcome: 'joined',
          outcomeNote: 'She starts in January',
          groupName: "People's Panel",
        },
      ],
    });
    expect(await db`select joined_by from memberships`).toEqual([{ joinedBy: 'referral' }]);
    expect(await db`select topic, by from interests`).toEqual([{ topic: 'repairs', by: 'Test Person' }]);
  }),
);
