import { expect, test } from 'vitest';
import { addressHash, addressKeys } from '../../db/address-hash.ts';
import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import type { Actor } from '../../server/actor.ts';
import { dispatch } from '../../server/work/dispatch.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { type TestDeps, testClock, testDeps } from '../support/deps.ts';
import { halo, putHalo, putLink } from '../support/halo.ts';
import { browser } from '../support/resident.ts';
import { putSentText, putSurvey } from '../support/survey.ts';
import { telephone, twilioEnv } from '../support/texting.ts';

const number = '+447700900321';
const at = new Date('2026-11-21T09:00:00Z');
const officer: Actor = { kind: 'staff', id: 'u1', name: 'Priya', roles: ['officer'] };

/** A member of a group who also has a survey, with papers texted last. */
async function setUp(db: Db, neighbour: boolean) {
  const { people } = await putSurvey(db, { residents: neighbour ? [{ phone: number }] : [{}] });
  await putHalo(db);
  await insertRows(db, 'deliveries', [sent('00000000-0000-4000-8000-0000000f0001', halo.recipientId, 'pack', 'sent')]);
  const deps = testDeps({ db, clock: testClock('2026-11-23T10:00:00Z'), env: twilioEnv() });
  return { deps, phone: telephone(deps, number), neighbour: people[0]!, me: browser(deps) };
}

const sent = (id: string, recipientId: string, kind: string, status: string) => ({
  id,
  recipientId,
  step: 0,
  attempt: 1,
  channel: 'sms',
  provider: 'sandbox',
  kind,
  status,
  dueAt: at,
  sentAt: status === 'sent' ? at : null,
  tries: 0,
  language: 'en',
  format: 'standard',
  createdAt: at,
});

const live = (db: Db) =>
  db`select address_hash is not null as number, resident_id, purpose, reason from suppressions where lifted_at is null
    order by reason, resident_id nulls first`;
const dispatched = (deps: TestDeps) => dispatch(deps, 'sms', 50);

test(
  'STOP covers the number for everything and everyone, and what it was last texted about on all ways',
  withRollback(async (db) => {
    const { phone, deps, neighbour } = await setUp(db, true);
    expect(await phone.text('STOP')).toContain('No more group papers from us by text, email, post or phone.');
    expect(await live(db)).toEqual([
      { number: true, residentId: null, purpose: null, reason: 'stop' },
      { number: true, residentId: halo.residentId, purpose: 'service', reason: 'stop' },
    ]);
    await insertRows(db, 'deliveries', [
      sent('00000000-0000-4000-8000-0000000f0002', neighbour.invitationId, 'invitation', 'due'),
    ]);
    await dispatched(deps);
    expect(deps.channels.sms.sent).toEqual([]);
    expect((await db`select next_action from deliveries where status = 'cancelled'`)[0]!.nextAction).toBe(
      'This address must not be written to.',
    );
  }),
);

test(
  'START undoes what STOP from that number did, and nothing else',
  withRollback(async (db) => {
    const { phone, deps } = await setUp(db, true);
    const hash = await addressHash(await addressKeys(deps.env.secret), number);
    const base = { residentId: halo.residentId, note: null, at, by: 'resident' };
    await insertRows(db, 'suppressions', [
      { ...base, id: deps.newId(), purpose: 'research', reason: 'unsubscribe' },
      { ...base, id: deps.newId(), purpose: 'research', reason: 'stop', by: 'Priya' },
      { ...base, id: deps.newId(), purpose: null, reason: 'do_not_contact', by: 'Priya' },
      { ...base, id: deps.newId(), residentId: null, addressHash: hash, purpose: null, reason: 'bounce' },
    ]);
    const before = await live(db);
    await phone.text('STOP');
    expect(await live(db)).toHaveLength(6);
    expect(await phone.text('START')).toContain('welcome back');
    expect(await live(db)).toEqual(before);
  }),
);

test(
  'what a resident said from a number stops that resident, and not whoever else uses it',
  withRollback(async (db) => {
    const { phone, deps, neighbour } = await setUp(db, true);
    await phone.text('STOP');
    await db`update suppressions set lifted_at = now() where resident_id is null`;
    await insertRows(db, 'deliveries', [
      sent('00000000-0000-4000-8000-0000000f0002', neighbour.invitationId, 'invitation', 'due'),
      { ...sent('00000000-0000-4000-8000-0000000f0003', halo.recipientId, 'pack', 'due'), attempt: 2 },
    ]);
    await dispatched(deps);
    const rows = await db`select id, next_action from deliveries where status = 'cancelled'`;
    expect(rows).toMatchObject([{ id: '00000000-0000-4000-8000-0000000f0003' }]);
    expect(deps.channels.sms.sent).toHaveLength(1);
  }),
);

test.each([false, true])(
  'starting again in preferences gives texts back, unless others use the number (shared: %s)',
  async (shared) => {
    await withRollback(async (db) => {
      const { phone, me } = await setUp(db, shared);
      await phone.text('STOP');
      const path = `/p/${await putLink(db, 'preferences', halo.residentId, null)}`;
      expect((await me.get(path)).html).toMatch(/value="service" checked/);
      const page = await me.post(path, { do: 'stop' });
      expect(page.html).not.toMatch(/value="service" checked/);
      const left = await live(db);
      if (shared) {
        expect(left).toEqual([{ number: true, residentId: null, purpose: null, reason: 'stop' }]);
        expect(page.text).toContain('text START from that number');
      } else {
        expect(left).toEqual([]);
        expect(page.text).not.toContain('text START');
      }
    })();
  },
);

test(
  'undoing a stop in the tray gives back what it cancelled',
  withRollback(async (db) => {
    const { people } = await putSurvey(db, { residents: [{ phone: number }] });
    const [person] = people;
    await putSentText(db, '00000000-0000-4000-8000-0000000e0000', person!);
    const deps = testDeps({ db, clock: testClock('2026-11-23T10:00:00Z'), env: twilioEnv() });
    await insertRows(db, 'deliveries', [
      { ...sent('00000000-0000-4000-8000-0000000f0009', person!.invitationId, 'reminder', 'due'), step: 1 },
    ]);
    await telephone(deps, number).text('please stop texting me');
    const call = caller(as(deps, officer));
    const [message] = await db`select id from inbound_messages`;
    const line = `POST /api/v1/tray/${message!.id}`;
    const standing = async () =>
      (
        await db`select i.disposition, i.next_at is not null as more, d.status, d.next_action
        from invitations i join deliveries d on d.recipient_id = i.id and d.kind = 'reminder'`
      )[0];
    const stopped = await call(line, { body: { do: `stop:${person!.residentId}` } });
    expect(stopped.status).toBeLessThan(300);
    expect(await standing()).toEqual({
      disposition: 'refused',
      more: false,
      status: 'cancelled',
      nextAction: 'asked us to stop in a message, so cancelled',
    });
    deps.clock.advance({ minutes: 5 });
    await call(line, { body: { do: 'undo' } });
    expect(await live(db)).toEqual([]);
    expect(await standing()).toEqual({ disposition: 'sent', more: true, status: 'due', nextAction: null });
  }),
);
