import { expect, test } from 'vitest';
import { launchWave } from '../../server/actions/wave/launch.ts';
import { withRollback } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { interestedWorld, officer } from '../support/invited.ts';
import { makeWave, panelId, residentId, seePrinter, waveId } from '../work/world.ts';

const member = (n: number) => `/api/v1/groups/${panelId}/members/${residentId(n)}`;

test(
  'a member pauses, comes back, has a term, and leaves with a reason; the history says so',
  withRollback(async (db) => {
    await interestedWorld(db);
    const deps = testDeps({ db });
    const call = officer(deps);
    const shown = async (n: number) => {
      const { list } = (await call(`GET /api/v1/groups/${panelId}`)).body as { list: { residentId: string }[] };
      return list.find((one) => one.residentId === residentId(n));
    };
    expect((await call(`POST ${member(1)}/pause`, { body: { until: '2026-11-23' } })).body).toMatchObject({
      code: 'bad_input',
    });
    expect((await call(`POST ${member(1)}/pause`, { body: { until: '2027-01-10' } })).status).toBe(200);
    expect(await shown(1)).toMatchObject({ pausedUntil: '2027-01-10', joinedBy: 'staff' });
    deps.clock.set('2027-01-10T09:00:00Z');
    expect(await shown(1)).toMatchObject({ pausedUntil: null });
    expect((await call(`PUT ${member(1)}/term`, { body: { endsOn: '2028-01-01' } })).status).toBe(200);
    expect(await shown(1)).toMatchObject({ termEndsOn: '2028-01-01' });
    expect(
      (await call(`POST ${member(1)}/leave`, { body: { reason: 'term_over', note: 'Two good years' } })).status,
    ).toBe(200);
    expect((await call(`POST ${member(1)}/leave`, { body: { reason: 'term_over' } })).status).toBe(404);
    expect(await shown(1)).toBeUndefined();
    expect((await call(`GET /api/v1/groups/${panelId}/history`)).body).toMatchObject({
      items: [
        {
          residentId: residentId(1),
          from: '2025-01-01',
          to: '2027-01-10',
          reason: 'term_over',
          note: 'Two good years',
        },
      ],
      next: null,
    });
    expect((await db`select action from audit_log order by id`).map(({ action }) => action)).toEqual([
      'group.pause',
      'group.term',
      'group.leave',
    ]);
  }),
);

test(
  'who takes a break gets no papers and is not asked with the panel; both say so',
  withRollback(async (db) => {
    await interestedWorld(db);
    const deps = testDeps({ db });
    const call = officer(deps);
    await call(`POST ${member(1)}/pause`, { body: { until: '2027-01-10' } });
    const meeting = { title: 'December', heldOn: '2026-12-14', commentsBy: '2026-12-10', items: [{ title: 'Damp' }] };
    const { id } = (await call(`POST /api/v1/groups/${panelId}/meetings`, { body: meeting })).body as { id: string };
    expect((await call(`POST /api/v1/meetings/${id}/send`)).body).toEqual({ recipients: 9 });
    expect(await db`select count(*) as count from recipients where resident_id = ${residentId(1)}`).toEqual([
      { count: 0 },
    ]);
    await makeWave(db);
    await seePrinter(db, deps.clock.now());
    expect(await launchWave(deps, staff('officer'), waveId)).toEqual({ asked: 9 });
    expect(
      await db`select out_reason, out_detail::jsonb ->> 'on' as on from frame_members where out_reason is not null`,
    ).toEqual([{ outReason: 'on_break', on: '2027-01-10' }]);
  }),
);

test(
  'the register is filtered by topic, level and area, paged by cursor, and changed on behalf of a resident',
  withRollback(async (db) => {
    await interestedWorld(db);
    const call = officer(testDeps({ db }));
    const change = { topics: ['safety'], comfortLevel: 3, availability: ['evening'] };
    expect((await call(`PUT /api/v1/interests/${residentId(2)}`, { body: change })).status).toBe(200);
    const page = async (query: string) =>
      (await call(`GET /api/v1/interests?${query}`)).body as { items: { residentId: string }[]; next: string | null };
    expect((await page('topic=safety')).items).toMatchObject([
      { residentId: residentId(2), topics: ['safety'], comfortLevel: 3, availability: ['evening'], area: 'Oak' },
    ]);
    expect((await page('level=2&area=Elm')).items).toEqual([]);
    const first = await page('limit=6');
    const rest = await page(`limit=6&cursor=${encodeURIComponent(first.next ?? '')}`);
    expect(first.items).toHaveLength(6);
    expect(rest).toMatchObject({ items: { length: 4 }, next: null });
    expect((await call('GET /api/v1/interests/topics')).body).toMatchObject({
      items: expect.arrayContaining([{ topic: 'repairs', count: 9 }]),
    });
  }),
);
