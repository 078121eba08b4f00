import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { launchWave } from '../../server/actions/wave/launch.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { makeWave, makeWorld, officer, type PersonChanges, residentId, seePrinter, waveId } from '../work/world.ts';

async function field(db: Db, people: readonly PersonChanges[], launch = true) {
  const deps = testDeps({ db });
  await makeWorld(db, people);
  await makeWave(db);
  await seePrinter(db, deps.clock.now());
  if (launch) await launchWave(deps, officer, waveId);
  const call = caller(as(deps, staff('officer')));
  return {
    deps,
    call,
    see: (n: number) => call(`GET /api/v1/residents/${residentId(n)}`),
    timeline: (n: number, query = '') => call(`GET /api/v1/residents/${residentId(n)}/timeline${query}`),
  };
}

test(
  'permissions are kept with who, when and how, and the do-not-contact list can be left again',
  withRollback(async (db) => {
    const { call, see, timeline } = await field(db, [{}], false);
    const path = `/api/v1/residents/${residentId(1)}`;
    const body = { purpose: 'marketing', channel: 'email', allowed: true, how: 'telephone' };
    expect((await call(`PUT ${path}/permissions`, { body })).status).toBe(200);
    const { permissions } = (await see(1)).body as {
      permissions: { purpose: string; channel: string; said: unknown }[];
    };
    expect(permissions).toHaveLength(12);
    expect(permissions.filter(({ said }) => said !== null)).toMatchObject([
      { purpose: 'marketing', channel: 'email', allowed: true, said: { by: 'Test Person', how: 'telephone' } },
    ]);
    expect((await call(`DELETE ${path}/do-not-contact`)).status).toBe(404);
    await call(`POST ${path}/do-not-contact`, { body: { reason: 'Her daughter asked us' } });
    expect(await see(1)).toMatchObject({ body: { doNotContact: true } });
    expect((await call(`DELETE ${path}/do-not-contact`)).status).toBe(200);
    expect(await see(1)).toMatchObject({ body: { doNotContact: false, stops: [] } });
    expect(await timeline(1, '?kind=change')).toMatchObject({
      body: {
        items: [
          { sentence: 'Test Person took them off the do-not-contact list.' },
          { sentence: 'Test Person put them on the do-not-contact list.' },
          { sentence: 'Test Person set what they allow: yes to events and news by email.' },
        ],
      },
    });
  }),
);

test(
  'a call is written down, and a long timeline goes on from its cursor, each entry once',
  withRollback(async (db) => {
    const { deps, call, timeline } = await field(db, [{}]);
    for (const outcome of ['no_answer', 'left_message', 'spoke']) {
      deps.clock.advance({ minutes: 1 });
      const body = { outcome, note: outcome === 'spoke' ? 'She would like large print.' : '' };
      expect((await call(`POST /api/v1/residents/${residentId(1)}/calls`, { body })).status).toBe(200);
    }
    expect(await timeline(1, '?kind=call&limit=1')).toMatchObject({
      body: { items: [{ sentence: 'Call: Test Person spoke to them.', words: 'She would like large print.' }] },
    });
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const { body } = await timeline(1, `?limit=2${next === '' ? '' : `&cursor=${encodeURIComponent(next)}`}`);
      const page = body as { items: { kind: string }[]; next: string | null };
      seen.push(...page.items.map(({ kind }) => kind));
      next = page.next;
    }
    expect(seen).toEqual(['call', 'call', 'call', 'frame', 'group']);
    expect(await timeline(1, `?wave=${waveId}`)).toMatchObject({ body: { items: [{ kind: 'frame' }] } });
  }),
);

test(
  'a return that was keyed is told with who typed it, and never with what',
  withRollback(async (db) => {
    const { timeline } = await field(db, [{}]);
    const [member] = await db<{ id: string; waveId: string; versionId: string }[]>`
      select f.id, f.wave_id, w.version_id from frame_members f join waves w on w.id = f.wave_id where f.resident_id = ${residentId(1)}`;
    const at = '2026-11-25T10:00:00Z';
    await db`insert into "user" (id, name, email, created_at, updated_at) values ('u1', 'Priya Shah', 'p@example.org', ${at}, ${at})`;
    const interview = { answers: { overall: { value: 'bad', mode: 'paper', at, by: 'staff:u1' } } };
    await db`
      insert into responses (id, wave_id, frame_member_id, version_id, language, state, started_mode, started_at, updated_at, completed_at, interview)
      values (gen_random_uuid(), ${member?.waveId ?? ''}, ${member?.id ?? ''}, ${member?.versionId ?? ''}, 'en', 'complete', 'paper', ${at}, ${at},
        ${at}, ${JSON.stringify(interview)}::text::jsonb)`;
    const { body, text } = await timeline(1, '?kind=answer');
    expect(body).toMatchObject({ items: [{ sentence: 'Answered Autumn panel, on paper, typed in by Priya Shah.' }] });
    expect(text).not.toContain('bad');
  }),
);
