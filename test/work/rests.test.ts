import { expect, test } from 'vitest';
import { addressKeys } from '../../db/address-hash.ts';
import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { candidates } from '../../db/queries/candidates.ts';
import { type Audience, audience, outReason, type PersonFacts } from '../../surveys/fieldwork/audience.ts';
import { daysBetween } from '../../surveys/fieldwork/dates.ts';
import { type CampaignFacts, restsOf, surveyKind } from '../../surveys/fieldwork/rests.ts';
import { as, caller } from '../support/api.ts';
import { withRollback } from '../support/database.ts';
import { seededRandom, testDeps } from '../support/deps.ts';
import { insertWave, makeWave, makeWorld, officer, residentId, seePrinter, uid, waveId } from './world.ts';

const now = new Date('2026-11-23T09:00:00Z');
const today = '2026-11-23';
const dayMs = 86_400_000;
const dateOf = (at: Date) => at.toISOString().slice(0, 10);

const campaigns: (CampaignFacts & { id: string })[] = (
  [
    ['research', 'wave'],
    ['service', 'wave'],
    ['marketing', 'wave'],
    ['research', 'reporting_year'],
    ['service', 'reporting_year'],
  ] as const
).map(([purpose, period], index) => ({ id: uid('dddd', index + 10), purpose, period }));

/** A wave that was launched before, and whom it asked. */
interface Past {
  id: string;
  campaign: CampaignFacts & { id: string };
  status: 'open' | 'paused' | 'closed';
  launchedAt: Date;
  asked: { person: number; sentAt: Date | null; disposition: string }[];
}

/** How it ended for one who was written to; the regulator's survey waits for those who are `sent` alone. */
const ends = ['sent', 'sent', 'sent', 'complete', 'refused', 'blank'];

/** Waves of every kind over the last 60 days, each asking a tenth of the people; most were written to, some never were. */
function roll(count: number, people: number): Past[] {
  const random = seededRandom(11);
  const from = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, (_, index) => {
    const launchedAt = new Date(now.getTime() - Math.floor(random() * 60) * dayMs - 3_600_000);
    const sent = () =>
      random() < 0.2 ? null : new Date(Math.min(now.getTime(), launchedAt.getTime() + random() * 20 * dayMs));
    const ended = (person: number, sentAt: Date | null) => ({
      ...{ person, sentAt },
      disposition: sentAt === null ? 'not_sent' : from(ends),
    });
    const asked = Array.from({ length: people }, (_, person) => person).filter(() => random() < 0.1);
    return {
      id: uid('bbbb', index + 10),
      campaign: campaigns[index % campaigns.length] as Past['campaign'],
      status: from(['open', 'paused', 'closed', 'closed']),
      launchedAt,
      asked: asked.map((person) => ended(person, sent())),
    };
  });
}

/** Two people in every third home. */
const homeOf = (person: number) => (person % 3 === 2 ? person : person + 1);

async function settleIn(db: Db, past: readonly Past[], people: number) {
  await makeWorld(
    db,
    Array.from({ length: people }, (_, person) => ({ household: homeOf(person) })),
  );
  await makeWave(db);
  await insertRows(
    db,
    'campaigns',
    campaigns.map((campaign, index) => ({ ...campaign, name: `Campaign ${index}`, createdAt: now })),
  );
  for (const [index, { id, campaign, status, launchedAt, asked }] of past.entries()) {
    const mailingId = uid('ab34', index);
    const key = (person: number, kind: string) => uid(kind, index * 1000 + person);
    await insertWave(db, id, {});
    await insertRows(db, 'mailings', [
      { id: mailingId, kind: 'wave', purpose: campaign.purpose, createdAt: launchedAt, createdBy: 'Sam' },
    ]);
    await db`update waves set campaign_id = ${campaign.id}, status = ${status}, launched_at = ${launchedAt}, mailing_id = ${mailingId}
      where id = ${id}`;
    const rows = asked.map(({ person, sentAt, disposition }) => ({
      person: { residentId: residentId(person + 1), id: key(person, 'ac01') },
      frame: { id: key(person, 'ac02'), waveId: id, householdId: uid('ab12', homeOf(person)), sampled: true },
      ...{ sentAt, disposition },
      deliveryId: key(person, 'ac03'),
    }));
    await insertRows(
      db,
      'recipients',
      rows.map(({ person }) => ({ ...person, mailingId, language: 'en', format: 'standard' })),
    );
    await insertRows(
      db,
      'frame_members',
      rows.map(({ frame, person }) => ({ ...frame, residentId: person.residentId })),
    );
    await insertRows(
      db,
      'invitations',
      rows.map(({ person, frame, disposition }) => ({
        id: person.id,
        waveId: id,
        frameMemberId: frame.id,
        disposition,
      })),
    );
    await insertRows(
      db,
      'deliveries',
      rows
        .filter(({ sentAt }) => sentAt !== null)
        .map(({ person, sentAt, deliveryId }) => ({
          id: deliveryId,
          recipientId: person.id,
          step: 0,
          ...{ channel: 'email', kind: 'invitation', status: 'sent', language: 'en', format: 'standard' },
          ...{ dueAt: sentAt, sentAt, createdAt: sentAt },
        })),
    );
  }
}

/** The same person as the pure rules see them, worked out in JavaScript. */
function factsOf(person: number, past: readonly Past[], { mostAsked }: Audience): PersonFacts {
  const asks = past.flatMap((wave) =>
    wave.asked
      .filter((one) => one.person === person && (one.sentAt !== null || wave.status !== 'closed'))
      .map(({ sentAt }) => ({
        wave,
        on: [dateOf(wave.launchedAt), dateOf(sentAt ?? wave.launchedAt)].sort()[1] ?? '',
      })),
  );
  const since = (found: typeof asks) =>
    found.length === 0 ? null : Math.min(...found.map(({ on }) => daysBetween(on, today)));
  const regulators = past.filter((wave) => surveyKind(wave.campaign) === 'regulator' && wave.status !== 'closed');
  const from = new Date(`${today}T00:00:00Z`).getTime() - (mostAsked?.days ?? 0) * dayMs;
  return {
    ...{ status: 'current', inPanel: true, area: 'Elm', tenure: 'general_needs', values: {} as PersonFacts['values'] },
    ...{ doNotContact: false, stopped: false, onBreak: false, hasWorkingWay: true },
    ...{ householdCounted: false, askedBefore: false, anotherInHome: false },
    regulatorAsks: regulators.some(({ asked }) =>
      asked.some((one) => homeOf(one.person) === homeOf(person) && ['not_sent', 'sent'].includes(one.disposition)),
    ),
    daysSinceService: since(asks.filter(({ wave }) => surveyKind(wave.campaign) === 'transactional')),
    daysSinceAsked: since(asks),
    timesAsked: asks.filter(({ wave }) => wave.launchedAt.getTime() > from).length,
  };
}

const audiences = [{}, { restDays: 0, mostAsked: null }, { restDays: 0, mostAsked: null, serviceRestDays: 50 }];

test(
  'the statement rests people as the rules do, whatever the survey and whatever was before',
  withRollback(async (db) => {
    const people = 120;
    const past = roll(20, people);
    await settleIn(db, past, people);
    const keys = await addressKeys('test-'.repeat(8));
    const reasons = new Map<string, Set<string | null>>();
    for (const campaign of campaigns) {
      const kind = surveyKind(campaign);
      for (const chosen of audiences.map((each) => audience.parse(each))) {
        const rows = await db<{ residentId: string; outReason: string | null }[]>`
          select resident_id, out_reason from (${candidates(db, {
            ...{ waveId, campaignId: campaign.id, purpose: 'research', unit: 'person', kind, audience: chosen },
            ...{ refresh: 'nobody', now, today, countedSince: null, seed: 'x', rings: false, keys },
          })}) c order by resident_id`;
        const wanted = Array.from({ length: people }, (_, person) =>
          outReason(factsOf(person, past, chosen), chosen, kind),
        );
        expect(rows.map((row) => row.outReason)).toEqual(wanted);
        reasons.set(kind, new Set([...(reasons.get(kind) ?? []), ...wanted]));
      }
    }
    for (const [kind, { givesWay, afterService, afterOthers }] of Object.entries(restsOf)) {
      expect([kind, reasons.get(kind)?.has('regulator_first')]).toEqual([kind, givesWay]);
      expect([kind, reasons.get(kind)?.has('after_service')]).toEqual([kind, afterService]);
      expect([kind, reasons.get(kind)?.has('asked_recently')]).toEqual([kind, afterOthers]);
      expect([kind, reasons.get(kind)?.has('asked_often')]).toEqual([kind, afterOthers]);
      expect(reasons.get(kind)).toContain(null);
    }
  }),
);

test(
  'the number held back is shown before launch with its reason, kept in the frame, and told of the person',
  withRollback(async (db) => {
    const deps = testDeps({ db });
    await makeWorld(db, [{ household: 1, area: 'Ash' }, { household: 1, area: 'Ash' }, { area: 'Oak' }, {}]);
    await makeWave(db);
    await seePrinter(db, deps.clock.now());
    const call = caller(as(deps, officer));
    const [repairs, regulators] = [uid('bbbb', 2), uid('bbbb', 3)];
    for (const [id, name, area, campaign] of [
      [repairs, 'After a repair', 'Oak', campaigns[1]],
      [regulators, 'TSM 2026/27', 'Ash', campaigns[3]],
    ] as const) {
      await insertRows(db, 'campaigns', [{ ...campaign, questionnaireId: uid('eeee', 1), name, createdAt: now }]);
      await insertWave(db, id, { audience: { areas: [area] }, sampleSize: 1 });
      await db`update waves set name = ${name}, campaign_id = ${campaign?.id ?? null} where id = ${id}`;
    }
    const planned = await call(`GET /api/v1/waves/${waveId}/check`);
    expect((planned.body as { checks: unknown }).checks).toContainEqual({
      level: 'know',
      sentence: expect.stringContaining('TSM 2026/27 is planned from 23 November, while this wave is in the field.'),
      link: `/console/waves/${waveId}/plan/steps`,
    });
    expect((await call(`POST /api/v1/waves/${repairs}/launch`)).body).toEqual({ asked: 1 });
    // One of the home of two is asked; the other is held back with them.
    expect((await call(`POST /api/v1/waves/${regulators}/launch`)).body).toEqual({ asked: 1 });
    expect((await call(`GET /api/v1/waves/${waveId}/check`)).body).toMatchObject({
      asked: 1,
      out: [
        { code: 'regulator_first', label: 'the regulator’s survey asks their home first', count: 2 },
        { code: 'after_service', label: 'asked about a service lately', count: 1 },
      ],
    });
    expect((await call(`POST /api/v1/waves/${waveId}/launch`)).body).toEqual({ asked: 1 });
    const kept = await db<{ outReason: string | null; outDetail: string | null }[]>`
      select out_reason, out_detail from frame_members where wave_id = ${waveId} order by resident_id`;
    const first = ['regulator_first', { on: '2026-11-23', survey: 'TSM 2026/27' }];
    expect(kept.map(({ outReason: why, outDetail }) => [why, outDetail && JSON.parse(outDetail)])).toEqual([
      first,
      first,
      ['after_service', { on: '2026-11-23', survey: 'After a repair', note: '30' }],
      [null, null],
    ]);
    const { body } = await call(`GET /api/v1/residents/${residentId(3)}?wave=${waveId}`);
    expect((body as { why: { sentence: string } }).why.sentence).toContain(
      'she was asked by After a repair on 23 November. After one about a service we leave 30 days',
    );
  }),
);
