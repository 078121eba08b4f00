import { expect, test } from 'vitest';
import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { launchWave } from '../../server/actions/wave/launch.ts';
import { tick } from '../../server/work/tick.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { focusGroup, interestedWorld, planner, sendAll } from '../support/invited.ts';
import { browser } from '../support/resident.ts';
import { telephone, twilioEnv } from '../support/texting.ts';
import { makeWave, panelId, residentId, seePrinter, waveId } from '../work/world.ts';

const at = new Date('2026-11-20T09:00:00Z');

async function setUp(db: Db, changes: Parameters<typeof interestedWorld>[1] = []) {
  await interestedWorld(db, changes);
  const deps = testDeps({ db, env: twilioEnv() });
  return { deps, ...planner(deps) };
}

const linkIn = (text: string): string => /\/e\/[0-9a-f]{32}/.exec(text)?.[0] ?? 'no link';

test(
  'a draw is balanced, leaves out who must not be asked, counts them by reason, and comes out the same again from its seed',
  withRollback(async (db) => {
    const { call, plan, see } = await setUp(db, [{}, {}, { phone: null, email: null, household: 99 }]);
    await db`delete from household_members where resident_id = ${residentId(3)}`;
    const stop = { at, by: 'Sam' };
    await insertRows(db, 'suppressions', [
      { id: residentId(91), residentId: residentId(1), reason: 'do_not_contact', purpose: null, ...stop },
      { id: residentId(92), residentId: residentId(2), reason: 'unsubscribe', purpose: 'service', ...stop },
      { id: residentId(93), residentId: residentId(5), reason: 'unsubscribe', purpose: 'research', ...stop },
    ]);
    await db`update memberships set paused_until = '2026-12-24' where resident_id = ${residentId(4)}`;
    const id = await plan();
    const seen = await see(id);
    expect(seen.leftOut).toEqual([
      { reason: 'do_not_contact', count: 1 },
      { reason: 'stopped', count: 1 },
      { reason: 'paused', count: 1 },
      { reason: 'no_way', count: 1 },
    ]);
    expect(seen.pool).toBe(6);
    expect(seen.people).toHaveLength(6);
    expect(seen.people.map((person) => person.residentId)).not.toContain(residentId(1));
    expect(seen.cells.find(({ values }) => values[0] === 'Oak')).toMatchObject({ pool: 3, drawn: 2 });
    const before = seen.people.map((person) => person.residentId).join();
    expect((await call(`GET /api/v1/events/${id}/draw`)).body).toMatchObject({
      seed: seen.seed,
      whole: true,
      same: true,
    });
    expect((await call(`POST /api/v1/events/${id}/draw`)).status).toBe(200);
    const again = await see(id);
    expect(again.seed).not.toBe(seen.seed);
    expect(again.people.map((person) => person.residentId).join()).not.toBe(before);
    expect(await db`select action from audit_log order by id`).toEqual([
      { action: 'event.plan' },
      { action: 'event.redraw' },
    ]);
  }),
);

test(
  'who does too much already, or was invited of late, is left out and counted',
  withRollback(async (db) => {
    const { call, plan, see } = await setUp(db);
    for (let n = 0; n < 5; n++) {
      const id = await plan({ ...focusGroup, plan: { ...focusGroup.plan, places: 1, reserves: 0, restDays: 0 } });
      await db`update event_people set resident_id = ${residentId(7)}, invited_at = ${at}, reply = 'yes'
        where event_id = ${id} and role = 'drawn' and resident_id = ${residentId(7)}`;
      await db`delete from event_people where event_id = ${id} and resident_id <> ${residentId(7)}`;
      await db`update event_people set invited_at = ${at}, reply = 'yes' where event_id = ${id}`;
    }
    const rested = await plan({ ...focusGroup, plan: { ...focusGroup.plan, restDays: 0 } });
    expect((await see(rested)).leftOut).toEqual([{ reason: 'red_load', count: 1 }]);
    await db`update event_people set reply = 'no'`;
    expect((await see(await plan())).leftOut).toEqual([{ reason: 'invited_recently', count: 1 }]);
    const panel = (await call(`GET /api/v1/groups/${panelId}`)).body as {
      list: { residentId: string; load: object }[];
    };
    expect(panel.list.find((member) => member.residentId === residentId(7))?.load).toMatchObject({
      score: 0,
      light: 'green',
    });
  }),
);

test(
  'sent by each one’s way; replies come by page, text and telephone; a reserve is asked for who says no',
  withRollback(async (db) => {
    const { deps, call, plan, see, drawn } = await setUp(
      db,
      Array.from({ length: 10 }, (_, n) => ({ preferredChannel: n % 2 ? 'sms' : 'email' })),
    );
    const id = await plan();
    expect((await call(`POST /api/v1/events/${id}/send`)).body).toEqual({ recipients: 4 });
    expect((await call(`POST /api/v1/events/${id}/send`)).body).toMatchObject({ code: 'event_sent' });
    await sendAll(deps);
    const [mail] = deps.channels.email.sent;
    const [text] = deps.channels.sms.sent;
    if (mail?.kind !== 'email' || text?.kind !== 'sms') throw new Error('nothing was sent');
    expect(mail.subject).toBe('You are invited: Repairs evening');
    expect(mail.text).toContain('When: 14 December, 18:30');
    expect(mail.text).toContain('What makes a good repair?');
    expect(mail.unsubscribeUrl).toMatch(/\/u\//);
    expect(text.body).toMatch(
      /^Millbrook: you are invited to Repairs evening, 14 December, 18:30, Millbrook Hall\. Reply 1 yes, 2 no, 3 maybe by 7 December\. More: http:\/\/localhost:8080\/e\/[0-9a-f]{32} or ring 01632 960123$/,
    );
    const guest = browser(deps);
    const page = await guest.get(linkIn(mail.text));
    expect(page.text).toContain('Will you come?');
    expect((await see(id)).people.every(({ reply }) => reply === null)).toBe(true);
    expect((await guest.post(linkIn(mail.text), { reply: 'yes' })).text).toContain('We have your yes');
    expect((await guest.post(linkIn(mail.text), { reply: 'maybe' })).text).toContain('by 7 December');
    expect(await telephone(deps, text.to).text('2')).toMatch(/^Millbrook: thank you for telling us\. That is fine\./);
    const people = await drawn(id);
    const byText = people.find(({ replyMode }) => replyMode === 'text');
    expect(byText).toMatchObject({ reply: 'no', replaced: false, next: { sameCell: true } });
    expect(people.find(({ replyMode }) => replyMode === 'web')).toMatchObject({ reply: 'maybe', next: null });
    const silent = people.find(({ reply }) => reply === null);
    const path = `POST /api/v1/events/${id}/people`;
    expect((await call(`${path}/${silent?.id}/reply`, { body: { reply: 'yes', mode: 'telephone' } })).status).toBe(200);
    expect((await call(`${path}/${byText?.id}/next`)).status).toBe(200);
    expect((await call(`${path}/${byText?.id}/next`)).body).toMatchObject({ code: 'already_replaced' });
    await sendAll(deps);
    expect(deps.channels.email.sent.length + deps.channels.sms.sent.length).toBe(5);
    const after = (await see(id)).people;
    expect(after.find((one) => one.id === byText?.id)).toMatchObject({ replaced: true, next: null });
    expect(after.filter(({ role, status }) => role === 'reserve' && status === 'delivered')).toMatchObject([
      { values: byText?.values },
    ]);
    expect(await db`select action, actor from audit_log where action = 'event.reply' order by id`).toEqual([
      { action: 'event.reply', actor: 'resident' },
      { action: 'event.reply', actor: 'resident' },
      { action: 'event.reply', actor: 'resident' },
      { action: 'event.reply', actor: 'staff:00000000-0000-4000-9000-000000000001' },
    ]);
  }),
);

const byText = Array.from({ length: 10 }, () => ({ preferredChannel: 'sms' }));

test(
  'STOP and danger are never taken for a reply, and what was said besides goes to a person',
  withRollback(async (db) => {
    const { deps, call, plan, drawn } = await setUp(db, byText);
    const id = await plan();
    await call(`POST /api/v1/events/${id}/send`);
    await sendAll(deps);
    const [text] = deps.channels.sms.sent;
    const phone = telephone(deps, text?.to ?? '');
    await phone.text('1 but there is a gas leak');
    expect((await drawn(id)).every(({ reply }) => reply === null)).toBe(true);
    expect(await db`select done, tray_reason from inbound_messages`).toEqual([{ done: 'tray', trayReason: 'urgent' }]);
    expect(await phone.text('1 and I need a lift to get there')).toContain('we have your yes to Repairs evening');
    expect(await db`select done, tray_reason from inbound_messages where done <> 'tray'`).toEqual([
      { done: 'replied', trayReason: 'more_words' },
    ]);
    await phone.text('STOP');
    expect(await db`select purpose from suppressions where resident_id is not null`).toEqual([{ purpose: 'service' }]);
  }),
);

test(
  'a 1 that could start a survey or say yes goes to a person; once the survey was texted about since, it is the survey’s',
  withRollback(async (db) => {
    const { deps, call, plan, drawn } = await setUp(db, byText);
    await makeWave(db);
    await seePrinter(db, deps.clock.now());
    await launchWave(deps, staff('officer'), waveId);
    await tick(deps);
    await sendAll(deps);
    deps.clock.advance({ hours: 2 });
    const id = await plan();
    await call(`POST /api/v1/events/${id}/send`);
    const before = deps.channels.sms.sent.length;
    await sendAll(deps);
    const phone = telephone(deps, deps.channels.sms.sent[before]?.to ?? '');
    expect(await phone.text('1')).toContain('a person will read it');
    expect((await drawn(id)).every(({ reply }) => reply === null)).toBe(true);
    expect(await db`select tray_reason from inbound_messages`).toEqual([{ trayReason: 'survey_or_event' }]);
    deps.clock.set('2026-11-30T10:00:00Z');
    await tick(deps);
    await sendAll(deps);
    expect(await phone.text('1')).toContain('How are we doing?');
    expect((await drawn(id)).every(({ reply }) => reply === null)).toBe(true);
  }),
);

test(
  'who says yes to joining a group is in it; a link for an event that was called off says so',
  withRollback(async (db) => {
    const { deps, call, plan } = await setUp(db);
    const group = (await call('POST /api/v1/groups', { body: { kind: 'halo', name: 'Damp group' } })).body as {
      id: string;
    };
    const join = { ...focusGroup, kind: 'join', groupId: group.id, heldOn: null, place: '', startsAt: '' };
    const refused = await call('POST /api/v1/events', { body: { ...join, groupId: null } });
    expect(refused).toMatchObject({ status: 400, body: { code: 'bad_input' } });
    const id = await plan(join);
    await call(`POST /api/v1/events/${id}/send`);
    await sendAll(deps);
    const [first, second] = deps.channels.email.sent.map((mail) => (mail.kind === 'email' ? mail : null));
    expect(first?.subject).toBe('Will you join the Damp group?');
    const guest = browser(deps);
    expect((await guest.post(linkIn(first?.text ?? ''), { reply: 'yes' })).text).toContain('You are now in the group');
    expect(await db`select joined_by from memberships where group_id = ${group.id}`).toEqual([
      { joinedBy: 'invitation' },
    ]);
    await call(`POST /api/v1/events/${id}/call-off`);
    expect((await guest.post(linkIn(second?.text ?? ''), { reply: 'yes' })).text).toContain('We had to call this off');
    expect((await guest.get('/e/00000000000000000000000000000000')).status).toBe(404);
  }),
);

test(
  'an invitation without a date or a place, or past its day, is not sent; one that was not sent can be thrown away',
  withRollback(async (db) => {
    const { call, plan, see } = await setUp(db);
    const id = await plan({ ...focusGroup, heldOn: null, place: '', replyBy: '2026-11-01' });
    expect((await see(id)).checks).toHaveLength(3);
    expect((await call(`POST /api/v1/events/${id}/send`)).body).toMatchObject({ code: 'event_refused' });
    expect((await call(`DELETE /api/v1/events/${id}`)).status).toBe(200);
    expect((await call(`GET /api/v1/events/${id}`)).status).toBe(404);
  }),
);
