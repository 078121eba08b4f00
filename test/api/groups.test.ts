import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { bringer } from '../support/importing.ts';

const heading =
  'Person reference,Tenancy reference,Title,Forename,Surname,Mobile,Email,Address 1,Post code,Area,Tenure,Preferred channel,Panel';
const people = [
  'R1,T1,Mrs,Nadia,Khan,07700900123,khan@example.org,12 Elm Court,OX1 1AA,Elm,General needs,email,Repairs Group',
  'R2,T2,Mr,Alan,Jones,,,3 Oak Road,OX1 1AB,Oak,General needs,,Repairs Group',
  'R3,T3,Ms,Ewa,Nowak,07700900124,,5 Oak Road,OX1 1AB,Oak,General needs,post,',
];
const meeting = {
  title: 'Repairs Group, December',
  heldOn: '2026-12-14',
  commentsBy: '2026-12-10',
  place: 'The hall',
  items: [{ title: 'Damp and mould report' }, { title: 'New repairs times' }],
};

async function office(db: Db) {
  const deps = testDeps({ db });
  const call = caller(as(deps, staff('officer')));
  const group = (await call('POST /api/v1/groups', { body: { kind: 'halo', name: 'Repairs Group' } })).body as {
    id: string;
  };
  await bringer(deps, call)([heading, ...people].join('\n'));
  const made = (await call(`POST /api/v1/groups/${group.id}/meetings`, { body: meeting })).body as { id: string };
  const see = async () => (await call(`GET /api/v1/meetings/${made.id}`)).body as Meeting;
  const ids = await db<{ id: string }[]>`select id from residents order by reference`;
  return { deps, call, groupId: group.id, id: made.id, see, people: ids.map(({ id }) => id) };
}

interface Meeting {
  items: { id: string; number: number; title: string }[];
  papers: { id: string }[];
  comments: { id: string; words: string; who: string; agendaItemId: string | null }[];
  sent: { recipients: number; notYet: { name: string }[] };
}

const pdf = btoa('%PDF-1.7\nnothing much');
const paper = { kind: 'report', title: 'Damp report', filename: 'damp"; report.pdf', content: pdf };

test(
  'a group has its members, each with the way their papers go',
  withRollback(async (db) => {
    const { call, groupId, people: ids } = await office(db);
    await call(`POST /api/v1/groups/${groupId}/members`, { body: { residentId: ids[2] } });
    expect(await call(`GET /api/v1/groups/${groupId}`)).toMatchObject({
      body: {
        members: 3,
        list: [
          { name: 'Mr Alan Jones', way: 'Post' },
          { name: 'Mrs Nadia Khan', way: 'Email' },
          { name: 'Ms Ewa Nowak', way: 'Post' },
        ],
      },
    });
    await call(`DELETE /api/v1/groups/${groupId}/members/${ids[2]}`);
    expect(await call('GET /api/v1/groups')).toMatchObject({
      body: { items: [{ members: 2, meetings: [{ title: meeting.title }] }] },
    });
  }),
);

test(
  'a pack goes once to every member by their way, through the ledger',
  withRollback(async (db) => {
    const { call, id, deps, see } = await office(db);
    expect(await call(`POST /api/v1/meetings/${id}/send`)).toMatchObject({ status: 200, body: { recipients: 2 } });
    expect(await db`select channel, kind, status from deliveries order by channel`).toEqual([
      { channel: 'email', kind: 'pack', status: 'due' },
      { channel: 'post', kind: 'pack', status: 'due' },
    ]);
    // Once for the file of residents, once for the pack.
    expect(deps.woken()).toBe(2);
    expect(await call(`POST /api/v1/meetings/${id}/send`)).toMatchObject({ status: 409, body: { code: 'pack_sent' } });
    expect(await call(`PUT /api/v1/meetings/${id}`, { body: meeting })).toMatchObject({ status: 409 });
    expect((await see()).sent).toMatchObject({ recipients: 2, notYet: [{}, {}] });
  }),
);

test(
  'who said stop is sent nothing',
  withRollback(async (db) => {
    const { call, id, people: ids } = await office(db);
    await call(`POST /api/v1/residents/${ids[0]}/do-not-contact`, { body: { reason: 'Asked us' } });
    await call(`POST /api/v1/meetings/${id}/send`);
    expect(await db`select channel from deliveries`).toEqual([{ channel: 'post' }]);
  }),
);

test(
  'a pack without an agenda is refused in a sentence',
  withRollback(async (db) => {
    const { call, id } = await office(db);
    await call(`PUT /api/v1/meetings/${id}`, { body: { ...meeting, items: [] } });
    expect(await call(`POST /api/v1/meetings/${id}/send`)).toMatchObject({
      status: 409,
      body: { code: 'pack_refused', detail: 'The agenda has no items yet.' },
    });
  }),
);

test(
  'a paper comes back as an attachment that can run nothing',
  withRollback(async (db) => {
    const { call, id, see } = await office(db);
    expect((await call(`POST /api/v1/meetings/${id}/papers`, { body: paper })).status).toBe(200);
    const [added] = (await see()).papers;
    expect(added).toMatchObject({ filename: 'damp report.pdf', size: 21 });
    const file = await call(`GET /api/v1/papers/${added?.id}/file`);
    expect(file.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''damp%20report.pdf");
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
    expect(file.text).toBe('%PDF-1.7\nnothing much');
  }),
);

test.each([
  ['a web page that is named a PDF', { ...paper, content: btoa('<html>') }],
  ['nothing', { ...paper, content: '' }],
  ['what is not base64', { ...paper, content: '****' }],
])('a paper of %s is refused', (_name, body) =>
  withRollback(async (db) => {
    const { call, id } = await office(db);
    expect(await call(`POST /api/v1/meetings/${id}/papers`, { body })).toMatchObject({
      status: 400,
      body: { code: 'bad_input' },
    });
  })(),
);

test(
  'an agenda is changed and its papers stay with their items',
  withRollback(async (db) => {
    const { call, id, see } = await office(db);
    const [first] = (await see()).items;
    await call(`POST /api/v1/meetings/${id}/papers`, { body: { ...paper, agendaItemId: first?.id } });
    await call(`PUT /api/v1/meetings/${id}`, { body: { ...meeting, items: [{ title: 'Damp, again' }] } });
    expect(await see()).toMatchObject({
      items: [{ id: first?.id, title: 'Damp, again' }],
      papers: [{ agendaItemId: first?.id }],
    });
  }),
);

test(
  'a comment that came by telephone is typed in, moved, hidden with a reason, and answered',
  withRollback(async (db) => {
    const { call, id, see, people: ids } = await office(db);
    const [first, second] = (await see()).items;
    await call(`POST /api/v1/meetings/${id}/comments`, {
      body: { residentId: ids[1], agendaItemId: first?.id, mode: 'telephone', words: 'Same here' },
    });
    const [comment] = (await see()).comments;
    expect(comment).toMatchObject({ who: 'Mr Alan Jones', placed: 'by_hand', typedBy: 'Test Person', late: false });
    await call(`PATCH /api/v1/comments/${comment?.id}`, {
      body: { agendaItemId: second?.id, hiddenReason: 'Names a neighbour' },
    });
    await call('POST /api/v1/comments/answer', { body: { ids: [comment?.id], answer: 'We will come on Saturdays.' } });
    expect((await see()).comments).toMatchObject([
      {
        agendaItemId: second?.id,
        words: 'Same here',
        hiddenReason: 'Names a neighbour',
        answer: 'We will come on Saturdays.',
        answeredBy: 'Test Person',
      },
    ]);
    expect((await see()).sent.notYet).toEqual([{ residentId: ids[0], name: 'Mrs Nadia Khan' }]);
  }),
);

test(
  'one answer serves all or none',
  withRollback(async (db) => {
    const { call, id, see, people: ids } = await office(db);
    await call(`POST /api/v1/meetings/${id}/comments`, {
      body: { residentId: ids[1], agendaItemId: null, mode: 'post', words: 'Hello' },
    });
    const [comment] = (await see()).comments;
    const body = { ids: [comment?.id, '00000000-0000-4000-8000-0000000000ff'], answer: 'Yes' };
    expect(await call('POST /api/v1/comments/answer', { body })).toMatchObject({ status: 404 });
    expect((await see()).comments).toMatchObject([{ answer: null }]);
  }),
);

test(
  'an outcome that is published is on the page that everybody may open',
  withRollback(async (db) => {
    const { call } = await office(db);
    await call('POST /api/v1/outcomes', {
      body: { youSaid: 'Stairs were dirty', weDid: 'Cleaning twice a week', publish: true },
    });
    await call('POST /api/v1/outcomes', { body: { youSaid: 'Secret so far', weDid: 'Nothing yet' } });
    const page = (await call('GET /you-said-we-did')).text;
    expect(page).toContain('Cleaning twice a week');
    expect(page).not.toContain('Secret so far');
  }),
);

test(
  'an interviewer sees no groups',
  withRollback(async (db) => {
    const { deps, groupId } = await office(db);
    expect((await caller(as(deps, staff('interviewer')))(`GET /api/v1/groups/${groupId}`)).status).toBe(403);
  }),
);
