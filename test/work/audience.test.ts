import { expect, test } from 'vitest';
import { addressHash, addressKeys } from '../../db/address-hash.ts';
import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { type Choice, candidates } from '../../db/queries/candidates.ts';
import { reachJoins, workingWays } from '../../db/queries/reach.ts';
import { audience, outReason, type PersonFacts } from '../../surveys/fieldwork/audience.ts';
import { withRollback } from '../support/database.ts';
import { seededRandom } from '../support/deps.ts';
import { makeWave, makeWorld, type PersonChanges, panelId, residentId, waveId } from './world.ts';

const now = new Date('2026-11-23T09:00:00Z');
const secret = 'test-'.repeat(8);

interface Rolled {
  person: PersonChanges;
  stop: { reason: string; purpose: string | null; until: Date | null; lifted: boolean } | null;
  refused: string[];
  deadPhone: boolean;
}

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
    refused: chance(0.2) ? from([['sms'], ['email', 'post'], ['sms', 'email', 'post']]) : [],
    deadPhone: chance(0.2),
  }));
}

async function settleIn(db: Db, people: readonly Rolled[]) {
  await makeWorld(
    db,
    people.map(({ person }) => person),
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
  for (const [index, { stop, refused, deadPhone, person }] of people.entries()) {
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
    for (const channel of refused) {
      permissions.push({ residentId: id, purpose: 'research', channel, allowed: false, at: now, by: 'x', how: 'web' });
    }
  }
  await insertRows(db, 'suppressions', stops);
  await insertRows(db, 'permissions', permissions);
  return keys;
}

/** The same person as the pure rules see them, worked out in JavaScript. */
function factsOf({ person, stop, refused, deadPhone }: Rolled): PersonFacts {
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
    doNotContact: holds && stop.reason === 'do_not_contact',
    stopped: refused.length === 3 || (holds && ['stop', 'unsubscribe'].includes(stop.reason)),
    onBreak: holds && stop.reason === 'paused',
    hasWorkingWay:
      (person.email !== null && !refused.includes('email')) ||
      (person.phone !== null && !refused.includes('sms') && !deadPhone) ||
      !refused.includes('post'),
    householdCounted: false,
    daysSinceAsked: null,
    anotherInHome: false,
  };
}

test(
  'the statement leaves out whom the rules leave out, and for the same reason',
  withRollback(async (db) => {
    const people = roll(600);
    const keys = await settleIn(db, people);
    const chosen = audience.parse({ panelId, areas: ['Elm', 'Oak'], tenures: ['general_needs'] });
    const choice: Choice = {
      waveId,
      campaignId: waveId,
      purpose: 'research',
      unit: 'person',
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
    const wanted = people.map((each, index) => [residentId(index + 1), outReason(factsOf(each), chosen)] as const);
    expect(wanted.map(([id]) => [id, said.get(id)])).toEqual(wanted.map(([id, reason]) => [id, reason]));
    expect(new Set(said.values()).size).toBeGreaterThan(6);
  }),
);

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
        now,
        today: '2026-11-23',
        countedSince: null,
        seed: 'x',
        keys,
      },
      audience: audience.parse({}),
    };
    const among = await db`select resident_id, ways from (${candidates(db, choice)}) c order by resident_id`;
    const alone = await db`
    select r.id as resident_id, ${workingWays(db, keys, db`m.purpose`, now)} as ways
    from residents r cross join (select 'research'::text as purpose) m ${reachJoins(db, db`m.purpose`, now)} order by r.id`;
    expect(alone.map((row) => ({ ...row }))).toEqual(among.map((row) => ({ ...row })));
  }),
);
