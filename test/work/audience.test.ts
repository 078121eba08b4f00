import { expect, test } from 'vitest';
import { type AddressKeys, addressHash, addressKeys } from '../../db/address-hash.ts';
import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { type Choice, candidates } from '../../db/queries/candidates.ts';
import { mayRing, reachJoins, workingWays } from '../../db/queries/reach.ts';
import { type Audience, audience, outReason, type PersonFacts } from '../../surveys/fieldwork/audience.ts';
import { fieldCodes } from '../../surveys/fieldwork/audience-fields.ts';
import { type Permission, permissionMatrix } from '../../surveys/fieldwork/permission.ts';
import { withRollback } from '../support/database.ts';
import { seededRandom } from '../support/deps.ts';
import { makeWave, makeWorld, type PersonChanges, panelId, residentId, waveId } from './world.ts';

const now = new Date('2026-11-23T09:00:00Z');
const secret = 'test-'.repeat(8);

interface Rolled {
  person: PersonChanges & { likesRepairs: boolean };
  stop: { reason: string; purpose: string | null; until: Date | null; lifted: boolean } | null;
  /** What they said of surveys by each way. */
  said: Permission[];
  deadPhone: boolean;
}

const written = ['sms', 'email', 'post'] as const;
const saying = (allowed: boolean, channels: readonly Permission['channel'][]): Permission[] =>
  channels.map((channel) => ({ purpose: 'research', channel, allowed }));

/** People of every kind, by one seed. */
function roll(count: number): Rolled[] {
  const random = seededRandom(7);
  const chance = (p: number) => random() < p;
  const from = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, (_, index) => ({
    person: {
      status: chance(0.1) ? from(['moved', 'died']) : 'current',
      inPanel: chance(0.7),
      area: from(['Elm', 'Oak', 'Ash']),
      tenure: from(['general_needs', 'leasehold']),
      language: from(['en', 'ur']),
      scheme: from(['Elm Court', 'Oak House', undefined]),
      propertyType: from(['flat', 'house', undefined]),
      dateOfBirth: from(['1950-02-01', '1990-02-01', null]),
      likesRepairs: chance(0.5),
      ...(chance(0.3) && { email: null }),
      ...(chance(0.3) && { phone: null }),
      household: index + 1,
    },
    stop: chance(0.3)
      ? {
          reason: from(['stop', 'unsubscribe', 'do_not_contact', 'paused', 'bounce']),
          purpose: from(['research', 'service', null]),
          until: from([null, new Date('2026-01-01'), new Date('2027-06-01')]),
          lifted: chance(0.2),
        }
      : null,
    said: chance(0.3)
      ? from([
          saying(false, ['sms']),
          saying(false, ['email', 'post']),
          saying(false, ['telephone']),
          saying(false, written),
          saying(false, [...written, 'telephone']),
          [...saying(false, written), ...saying(true, ['telephone'])],
        ])
      : [],
    deadPhone: chance(0.2),
  }));
}

async function settleIn(db: Db, people: readonly Rolled[]) {
  await makeWorld(
    db,
    people.map(({ person: { likesRepairs: _, ...person } }) => person),
  );
  const like = people.flatMap(({ person }, index) => (person.likesRepairs ? [residentId(index + 1)] : []));
  await insertRows(
    db,
    'interests',
    like.map((id) => ({ residentId: id, topic: 'repairs', at: now, by: 'The resident' })),
  );
  await makeWave(db);
  const keys = await addressKeys(secret);
  const base = {
    addressHash: null,
    residentId: null,
    at: new Date('2026-06-01'),
    by: 'Priya',
    liftedAt: null,
    until: null,
    purpose: null,
  };
  const stops: Record<string, unknown>[] = [];
  const permissions: Record<string, unknown>[] = [];
  for (const [index, { stop, said, deadPhone, person }] of people.entries()) {
    const id = residentId(index + 1);
    if (stop !== null) {
      stops.push({
        ...base,
        id: residentId(5000 + index),
        residentId: id,
        reason: stop.reason,
        purpose: stop.purpose,
        until: stop.until,
        liftedAt: stop.lifted ? now : null,
      });
    }
    if (deadPhone && person.phone !== null) {
      const hash = await addressHash(keys, `+4477009${String(index + 101).padStart(5, '0')}`);
      stops.push({ ...base, id: residentId(8000 + index), addressHash: hash, reason: 'stop' });
    }
    for (const one of said) permissions.push({ residentId: id, ...one, at: now, by: 'x', how: 'web' });
  }
  await insertRows(db, 'suppressions', stops);
  await insertRows(db, 'permissions', permissions);
  return keys;
}

/** The ways that somebody does not permit for surveys, by the rule for what was said and what was not. */
const refusedOf = ({ said }: Rolled): string[] =>
  permissionMatrix(said).flatMap(({ purpose, channel, allowed }) =>
    purpose === 'research' && !allowed ? [channel] : [],
  );

/** What each field holds of a person rolled: the rest they have in common by `makeWorld`. */
function valuesOf(person: Rolled['person'], refused: readonly string[], deadPhone: boolean): PersonFacts['values'] {
  const way = [
    ...(person.email !== null && !refused.includes('email') ? ['email'] : []),
    ...(person.phone !== null && !refused.includes('sms') && !deadPhone ? ['sms'] : []),
    ...(refused.includes('post') ? [] : ['post']),
  ];
  return {
    scheme: person.scheme ? [person.scheme] : null,
    property_type: person.propertyType ? [person.propertyType] : null,
    age: person.dateOfBirth ? 2026 - Number(person.dateOfBirth.slice(0, 4)) : null,
    language: [person.language ?? 'en'],
    format: ['standard'],
    way,
    group: (person.inPanel ?? true) ? [panelId] : [],
    interest: person.likesRepairs ? ['repairs'] : [],
    tenancy: 6,
    digital: [way.some((each) => each !== 'post') ? 'online' : 'offline'],
    last_wave: ['not_asked'],
    joined: (person.inPanel ?? true) ? '2025-01-01' : null,
  };
}

/** The same person as the pure rules see them, worked out in JavaScript. */
function factsOf(rolled: Rolled, rings: boolean): PersonFacts {
  const { person, stop, deadPhone } = rolled;
  const refused = refusedOf(rolled);
  const holds =
    stop !== null &&
    !stop.lifted &&
    (stop.until === null || stop.until > now) &&
    stop.purpose !== 'service' &&
    stop.reason !== 'bounce';
  return {
    status: person.status as PersonFacts['status'],
    inPanel: person.inPanel ?? true,
    area: person.area ?? null,
    tenure: person.tenure ?? null,
    values: valuesOf(person, refused, deadPhone),
    doNotContact: holds && stop.reason === 'do_not_contact',
    stopped: refused.length === 4 || (holds && ['stop', 'unsubscribe'].includes(stop.reason)),
    onBreak: holds && stop.reason === 'paused',
    hasWorkingWay:
      (person.email !== null && !refused.includes('email')) ||
      (person.phone !== null && !refused.includes('sms') && !deadPhone) ||
      !refused.includes('post') ||
      (rings && person.phone !== null && !refused.includes('telephone') && !deadPhone),
    householdCounted: false,
    askedBefore: false,
    regulatorAsks: false,
    daysSinceService: null,
    daysSinceAsked: null,
    timesAsked: 0,
    anotherInHome: false,
  };
}

/** One choice by panel, area and tenure, then one by each field alone. */
const choices = [
  { panelId, areas: ['Elm', 'Oak'], tenures: ['general_needs'] },
  { where: [{ field: 'scheme', codes: ['Elm Court'] }] },
  { where: [{ field: 'property_type', codes: ['flat', 'bungalow'] }] },
  { where: [{ field: 'age', from: 65 }] },
  { where: [{ field: 'age', from: 16, to: 40 }] },
  { where: [{ field: 'language', codes: ['ur'] }] },
  { where: [{ field: 'format', codes: ['large'] }] },
  { where: [{ field: 'way', codes: ['email', 'sms'] }] },
  { where: [{ field: 'group', codes: [panelId] }] },
  { where: [{ field: 'interest', codes: ['repairs'] }] },
  { where: [{ field: 'tenancy', from: 6 }] },
  { where: [{ field: 'tenancy', to: 5 }] },
  { where: [{ field: 'digital', codes: ['offline'] }] },
  { where: [{ field: 'last_wave', codes: ['answered'] }] },
  { where: [{ field: 'joined', since: '2024-12-31' }] },
  { where: [{ field: 'joined', since: '2025-01-02' }] },
  {
    where: [
      { field: 'age', from: 30 },
      { field: 'interest', codes: ['repairs'] },
      { field: 'scheme', codes: [] },
    ],
  },
];

test(
  'the statement leaves out whom the rules leave out, and for the same reason, by every field',
  withRollback(async (db) => {
    const people = roll(600);
    const keys = await settleIn(db, people);
    const reasons = new Set<string | null>();
    for (const each of choices)
      for (const rings of [false, true])
        for (const reason of await compared(db, people, keys, { chosen: audience.parse(each), rings }))
          reasons.add(reason);
    expect(fieldCodes.filter((field) => !reasons.has(`outside_${field}`))).toEqual([]);
    expect(reasons.size).toBeGreaterThan(6 + fieldCodes.length);
  }),
);

/** Compares the statement with the rules for one choice. Gives the reasons found. */
async function compared(
  db: Db,
  people: readonly Rolled[],
  keys: AddressKeys,
  { chosen, rings }: { chosen: Audience; rings: boolean },
) {
  const choice: Choice = {
    waveId,
    campaignId: waveId,
    purpose: 'research',
    unit: 'person',
    refresh: 'nobody',
    kind: 'perception',
    rings,
    audience: chosen,
    now,
    today: '2026-11-23',
    countedSince: null,
    seed: 'x',
    keys,
  };
  const rows = await db<
    { residentId: string; outReason: string | null }[]
  >`select resident_id, out_reason from (${candidates(db, choice)}) c`;
  const said = new Map(rows.map((row) => [row.residentId, row.outReason]));
  const wanted = people.map(
    (each, index) => [residentId(index + 1), outReason(factsOf(each, rings), chosen, 'perception')] as const,
  );
  expect(wanted.map(([id]) => [id, said.get(id)])).toEqual(wanted.map(([id, reason]) => [id, reason]));
  return said.values();
}

test(
  'the ways of one person looked up alone are the ways of the same person among all',
  withRollback(async (db) => {
    const people = roll(300);
    const keys = await settleIn(db, people);
    const choice: Choice = {
      ...{
        waveId,
        campaignId: waveId,
        purpose: 'research',
        unit: 'person',
        refresh: 'nobody',
        kind: 'perception',
        rings: true,
        now,
        today: '2026-11-23',
        countedSince: null,
        seed: 'x',
        keys,
      },
      audience: audience.parse({}),
    };
    const among = await db`select resident_id, ways, may_ring from (${candidates(db, choice)}) c order by resident_id`;
    const alone = await db`
    select r.id as resident_id, ${workingWays(db, keys, db`m.purpose`, now)} as ways, ${mayRing(db, keys, db`m.purpose`, now)} as may_ring
    from residents r cross join (select 'research'::text as purpose) m ${reachJoins(db, db`m.purpose`, now)} order by r.id`;
    expect(alone.map((row) => ({ ...row }))).toEqual(among.map((row) => ({ ...row })));
  }),
);
