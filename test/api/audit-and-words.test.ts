import { expect, test } from 'vitest';
import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { createAccount } from '../../server/actions/account/create.ts';
import type { Actor } from '../../server/actor.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { halo, putHalo } from '../support/halo.ts';
import { putResponses } from '../support/responses.ts';
import { putLandlord, putSurvey } from '../support/survey.ts';

const at = (day: string) => new Date(`${day}T12:00:00Z`);
const line = (
  day: string,
  actorName: string,
  action: string,
  subject: string | null = null,
  detail: object | null = null,
) => ({
  at: at(day),
  actor: 'staff:1',
  actorName,
  action,
  subject,
  detail,
});

async function log(db: Db) {
  await putLandlord(db);
  await insertRows(db, 'audit_log', [
    line('2026-11-01', 'Priya', 'wave.launch', 'w1'),
    line('2026-11-02', 'Priya', 'resident.change', 'r1', { fields: ['email'] }),
    line('2026-11-03', '=HYPERLINK("x")', 'resident.change', 'r1', { fields: ['phone'] }),
    line('2026-11-04', 'Ada', 'account.create', 'u1'),
  ]);
  return caller(as(testDeps({ db }), staff('administrator')));
}

test(
  'the audit is narrowed by who, what, about what and between which days, page by page',
  withRollback(async (db) => {
    const call = await log(db);
    const found = async (query: string) =>
      ((await call(`GET /api/v1/audit?${query}`)).body as { items: { at: string }[] }).items.map((one) =>
        one.at.slice(8, 10),
      );
    expect(await found('')).toEqual(['04', '03', '02', '01']);
    expect(await found('who=Priya')).toEqual(['02', '01']);
    expect(await found('action=resident.change&who=Priya')).toEqual(['02']);
    expect(await found('subject=r1')).toEqual(['03', '02']);
    expect(await found('from=2026-11-02&to=2026-11-03')).toEqual(['03', '02']);
    const first = (await call('GET /api/v1/audit?limit=3&to=2026-11-03')).body as {
      next: string | null;
      items: unknown[];
    };
    expect([first.items.length, first.next]).toEqual([3, null]);
    const page = (await call('GET /api/v1/audit?limit=1&subject=r1')).body as { next: string };
    expect(await found(`limit=1&subject=r1&cursor=${page.next}`)).toEqual(['02']);
    expect((await call('GET /api/v1/audit/facets')).body).toEqual({
      who: expect.arrayContaining(['Ada', 'Priya']),
      actions: ['account.create', 'resident.change', 'wave.launch'],
    });
  }),
);

test(
  'the audit as a file has the same lines and no formulas, and taking it is written down but not in it',
  withRollback(async (db) => {
    const call = await log(db);
    const file = await call('GET /api/v1/audit.csv?action=resident.change');
    expect(file.headers.get('content-disposition')).toContain('audit.csv');
    expect(file.text.replace('\uFEFF', '').trim().split('\r\n')).toEqual([
      'at,who,action,subject,detail',
      `2026-11-03T12:00:00.000Z,"'=HYPERLINK(""x"")",resident.change,r1,"{""fields"":[""phone""]}"`,
      '2026-11-02T12:00:00.000Z,Priya,resident.change,r1,"{""fields"":[""email""]}"',
    ]);
    await insertRows(
      db,
      'audit_log',
      Array.from({ length: 2100 }, () => line('2026-11-05', 'Ada', 'many.lines')),
    );
    const many = await call('GET /api/v1/audit.csv?action=many.lines');
    expect(many.text.trim().split('\r\n')).toHaveLength(2101);
    expect(await db`select detail from audit_log where action = 'audit.export' order by id`).toEqual([
      { detail: { action: 'resident.change' } },
      { detail: { action: 'many.lines' } },
    ]);
    const officer = caller(as(testDeps({ db }), staff('officer', 'analyst')));
    for (const path of ['audit', 'audit/facets', 'audit.csv'])
      expect((await officer(`GET /api/v1/${path}`)).status).toBe(403);
  }),
);

const said = (value: string, more: object = {}) => ({
  value,
  mode: 'web',
  at: at('2026-11-20').toISOString(),
  by: null,
  ...more,
});

async function written(db: Db) {
  const fixture = await putSurvey(db, { residents: [{ name: 'Zubaida', language: 'ur' }, {}, {}], status: 'closed' });
  const open = await putSurvey(db, { residents: [{}], status: 'open', seed: 2 });
  await putHalo(db);
  await putResponses(db, fixture, [44, 71]);
  const put = (frameMemberId: string, answers: object) =>
    db`update responses set interview = jsonb_set(interview, '{answers}', ${JSON.stringify(answers)}::text::jsonb) where frame_member_id = ${frameMemberId}`;
  await put(fixture.people[0]!.frameMemberId, { words: said('The lift smells of 100% damp'), stairs: said('damp') });
  await put(fixture.people[1]!.frameMemberId, { words: said('Nothing') });
  await put(fixture.people[2]!.frameMemberId, { words: said('DAMP off the route', { offRoute: true }) });
  await insertRows(db, 'responses', [
    {
      id: '00000000-0000-4000-a700-000000000001',
      waveId: open.waveId,
      frameMemberId: open.people[0]!.frameMemberId,
      versionId: open.versionId,
      language: 'en',
      state: 'complete',
      startedMode: 'web',
      startedAt: at('2026-11-20'),
      updatedAt: at('2026-11-20'),
      interview: { answers: { words: said('damp in an open survey') } },
    },
  ]);
  const comment = (n: number, words: string, hiddenReason: string | null) => ({
    id: `00000000-0000-4000-a700-00000000010${n}`,
    meetingId: halo.meetingId,
    agendaItemId: halo.items[0],
    residentId: halo.residentId,
    mode: 'email',
    words,
    placed: 'sure',
    receivedAt: at('2026-11-20'),
    hiddenReason,
  });
  await insertRows(db, 'comments', [
    comment(1, 'Damp behind the bath', null),
    comment(2, 'Damp, and a name', 'Names somebody'),
  ]);
  const deps = testDeps({ db });
  const id = await createAccount(deps, staff('administrator'), {
    name: 'Priya',
    email: 'priya@example.org',
    roles: ['officer'],
    password: 'twelve letters or more',
  });
  const priya: Actor = { kind: 'staff', id, name: 'Priya', roles: ['officer'] };
  return {
    deps,
    priya,
    fixture,
    call: caller(as(deps, priya)),
    administrator: caller(as(deps, staff('administrator'))),
  };
}

test(
  'own words are searched only by whom an administrator let, and it is told what and where, never who',
  withRollback(async (db) => {
    const { call, administrator, priya } = await written(db);
    const search = 'GET /api/v1/responses/search?q=damp';
    expect(await call(search)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
    expect((await administrator(search)).status).toBe(403);
    expect((await call('GET /api/v1/me')).body).toMatchObject({ readsFreeText: false });
    const grant = { body: { readsFreeText: true } };
    expect((await call(`PUT /api/v1/accounts/${priya.id}/grants`, grant)).status).toBe(403);
    expect((await administrator(`PUT /api/v1/accounts/${priya.id}/grants`, grant)).status).toBe(200);
    expect((await administrator('PUT /api/v1/accounts/nobody/grants', grant)).status).toBe(404);
    expect((await call('GET /api/v1/me')).body).toMatchObject({ readsFreeText: true });
    const { items } = (await call(search)).body as { items: { kind: string }[] };
    expect(items.toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual([
      {
        kind: 'answer',
        from: 'Autumn panel 1',
        about: 'What one thing should we do better?',
        words: 'The lift smells of 100% damp',
        language: 'ur',
        dir: 'rtl',
      },
      {
        kind: 'comment',
        from: 'December meeting',
        about: 'Damp and mould report',
        words: 'Damp behind the bath',
        language: null,
        dir: 'auto',
      },
    ]);
    expect(await db`select subject, detail from audit_log where action = 'free_text.search'`).toEqual([
      { subject: null, detail: { letters: 4, found: 2 } },
    ]);
  }),
);

test(
  'a search takes signs as they are, one wave alone, and goes page by page',
  withRollback(async (db) => {
    const { call, administrator, priya, fixture, deps } = await written(db);
    await administrator(`PUT /api/v1/accounts/${priya.id}/grants`, { body: { readsFreeText: true } });
    const words = async (query: string) =>
      ((await call(`GET /api/v1/responses/search?${query}`)).body as { items: { words: string }[] }).items.map(
        (one) => one.words,
      );
    expect(await words('q=100%25')).toEqual(['The lift smells of 100% damp']);
    expect(await words('q=%25%25%25')).toEqual([]);
    expect(await words(`q=damp&wave=${fixture.waveId}`)).toEqual(['The lift smells of 100% damp']);
    expect((await call('GET /api/v1/responses/search?q=da')).status).toBe(400);
    const first = (await call('GET /api/v1/responses/search?q=damp&limit=1')).body as {
      next: string;
      items: { words: string }[];
    };
    const rest = await words(`q=damp&limit=1&cursor=${first.next}`);
    expect([...first.items.map((one) => one.words), ...rest].toSorted()).toEqual([
      'Damp behind the bath',
      'The lift smells of 100% damp',
    ]);
    expect(await db`select count(*)::int as n from audit_log where action = 'free_text.search'`).toEqual([{ n: 4 }]);
    const program = (scopes: string[]) =>
      caller(as(deps, { kind: 'key', id: 'k', name: 'Key', scopes }))('GET /api/v1/responses/search?q=damp');
    expect((await program(['results:read'])).status).toBe(403);
    expect((await program(['free-text:read'])).status).toBe(200);
  }),
);
