import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { withRollback } from '../support/database.ts';
import { testClock, testDeps } from '../support/deps.ts';
import { putLink } from '../support/halo.ts';
import { browser } from '../support/resident.ts';
import { type FixtureOptions, putSentText, putSurvey } from '../support/survey.ts';
import { telephone, twilioEnv } from '../support/texting.ts';

const number = '+447700900123';

async function setUp(db: Db, options: FixtureOptions = { residents: [{ phone: number }] }) {
  const { people } = await putSurvey(db, options);
  let at = 0;
  for (const person of people) await putSentText(db, `00000000-0000-4000-8000-0000000e000${at++}`, person);
  const deps = testDeps({ db, clock: testClock('2026-11-23T10:00:00Z'), env: twilioEnv() });
  return { people, deps, phone: telephone(deps, number) };
}

const invitations = (db: Db) => db`select disposition, next_at is not null as more from invitations order by id`;
const waiting = (db: Db) =>
  db`select body, tray_reason, reply from inbound_messages where tray_reason is not null order by received_at, provider_id`;

test(
  'after STOP no other text opens a survey or is answered, and each is kept for a person',
  withRollback(async (db) => {
    const { phone } = await setUp(db);
    await phone.text('STOP');
    expect(await phone.text('1')).toBeNull();
    expect(await phone.text('hello?')).toBeNull();
    expect(await waiting(db)).toEqual([
      { body: '1', trayReason: 'after_stop', reply: null },
      { body: 'hello?', trayReason: 'after_stop', reply: null },
    ]);
    expect(await db`select 1 from responses`).toHaveLength(0);
    expect(await phone.text('HELP')).toContain('To talk to a person ring');
    expect(await phone.text('there is a fire')).toContain('If anyone is in danger ring 999');
  }),
);

test(
  'an answer after STOP is kept, and START asks its question again and gives the survey back',
  withRollback(async (db) => {
    const { phone } = await setUp(db);
    expect(await phone.text('1')).toMatch(/^Q1/);
    expect(await phone.text('2')).toMatch(/^Q2/);
    await phone.text('STOP');
    expect(await phone.text('3')).toBeNull();
    expect(await invitations(db)).toEqual([{ disposition: 'refused', more: false }]);
    const again = await phone.text('START');
    expect(again).toMatch(/welcome back.*\nQ2/s);
    expect(await invitations(db)).toEqual([{ disposition: 'part', more: true }]);
    expect(await phone.text('3')).toMatch(/^Q3/);
  }),
);

test(
  'what the provider stopped by itself is given back by START too',
  withRollback(async (db) => {
    const { phone } = await setUp(db);
    expect(await phone.text('STOP', { OptOutType: 'STOP' })).toBeNull();
    expect(await phone.text('1')).toBeNull();
    expect(await phone.text('START', { OptOutType: 'START' })).toBeNull();
    expect(await invitations(db)).toEqual([{ disposition: 'sent', more: true }]);
    expect(await phone.text('1')).toMatch(/^Q1/);
  }),
);

test(
  'who stopped surveys in preferences is not drawn back in by a text, and starting there gives the survey back',
  withRollback(async (db) => {
    const { people, deps, phone } = await setUp(db);
    const me = browser(deps);
    const path = `/p/${await putLink(db, 'preferences', people[0]!.residentId, null)}`;
    await me.post(path, { do: 'stop', stop: 'research' });
    expect(await phone.text('1')).toBeNull();
    expect(await invitations(db)).toEqual([{ disposition: 'refused', more: false }]);
    await me.post(path, { do: 'stop' });
    expect(await invitations(db)).toEqual([{ disposition: 'sent', more: true }]);
    expect(await phone.text('1')).toMatch(/^Q1/);
  }),
);

test(
  'two people on one number are told how each can answer, and what one stops stands on their page',
  withRollback(async (db) => {
    const { people, phone } = await setUp(db, { residents: [{ phone: number }, { phone: number }] });
    expect(await phone.text('1')).toContain('Text the 12 numbers of your code');
    expect(await phone.text(people[1]!.code)).toMatch(/^Q1/);
    expect(await phone.text('2')).toMatch(/^Q2/);
    await phone.text('STOP');
    await phone.text('START');
    const kept = await db`
      select done, resident_id from inbound_messages where done in ('stopped', 'started') order by received_at, provider_id`;
    expect(kept).toEqual([
      { done: 'stopped', residentId: people[1]!.residentId },
      { done: 'started', residentId: people[1]!.residentId },
    ]);
  }),
);
