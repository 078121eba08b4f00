import { expect, test } from 'vitest';
import { addressKeys } from '../../db/address-hash.ts';
import { insertRows } from '../../db/bulk.ts';
import { claimDue } from '../../db/commands/claim.ts';
import { takeDueLetters } from '../../db/commands/print.ts';
import type { Db } from '../../db/connect.ts';
import { candidates } from '../../db/queries/candidates.ts';
import { reachJoins, workingWays } from '../../db/queries/reach.ts';
import { audience } from '../../surveys/fieldwork/audience.ts';
import { contactChannels } from '../../surveys/fieldwork/channel.ts';
import { allowedUnlessSaid, type Purpose, purposes } from '../../surveys/fieldwork/permission.ts';
import { withRollback } from '../support/database.ts';
import { makeWorld, residentId, uid, waveId } from './world.ts';

const now = new Date('2026-11-23T12:00:00Z');
const keys = await addressKeys('test-'.repeat(8));
const cells = purposes.flatMap((purpose) => contactChannels.map((channel) => [purpose, channel] as const));

/** One message of a purpose to each of these people by each way, due now. */
async function putDue(db: Db, purpose: Purpose, people: number): Promise<void> {
  const mailingId = uid('9a11', 1);
  await insertRows(db, 'mailings', [{ id: mailingId, kind: 'reply', purpose, createdAt: now, createdBy: 'Priya' }]);
  const each = Array.from({ length: people }, (_, index) => index + 1);
  const base = { mailingId, language: 'en', format: 'standard' };
  await insertRows(
    db,
    'recipients',
    each.map((n) => ({ ...base, id: uid('7ec1', n), residentId: residentId(n) })),
  );
  await insertRows(
    db,
    'deliveries',
    each.flatMap((n) =>
      contactChannels.map((channel, attempt) => ({
        id: uid(`de${attempt}`, n),
        recipientId: uid('7ec1', n),
        step: 0,
        attempt: attempt + 1,
        channel,
        kind: 'reminder',
        dueAt: now,
        language: 'en',
        format: 'standard',
        createdAt: now,
      })),
    ),
  );
}

/** What each way's own claim says against a person's message: null where it goes. */
async function judged(db: Db): Promise<Record<string, string | null>> {
  const claim = { provider: 'sandbox', sandbox: true, bulk: true, now, limit: 100, keys } as const;
  for (const channel of ['sms', 'email'] as const) await claimDue(db, { ...claim, channel });
  await takeDueLetters(db, now, 100);
  const rows = await db<{ channel: string; status: string; nextAction: string | null }[]>`
    select channel, status, next_action from deliveries`;
  return Object.fromEntries(rows.map((row) => [row.channel, row.status === 'claimed' ? null : row.nextAction]));
}

const waysNow = async (db: Db, purpose: Purpose): Promise<string[]> =>
  (
    await db<{ ways: string[] }[]>`
      select ${workingWays(db, keys, db`${purpose}::text`, now)} as ways from residents r ${reachJoins(db, db`${purpose}::text`, now)}`
  ).flatMap(({ ways }) => ways);

const leftOut = async (db: Db, purpose: Purpose) =>
  (
    await db<{ outReason: string | null; ways: string[] }[]>`
      select out_reason, ways from (${candidates(db, {
        waveId,
        campaignId: waveId,
        purpose,
        unit: 'person',
        refresh: 'nobody',
        kind: 'perception',
        rings: false,
        audience: audience.parse({ restDays: 0 }),
        now,
        today: '2026-11-23',
        countedSince: null,
        seed: 'x',
        keys,
      })}) c`
  )[0];

const say = (db: Db, purpose: string, channel: string, allowed: boolean) =>
  insertRows(db, 'permissions', [
    { residentId: residentId(1), purpose, channel, allowed, at: now, by: 'Priya', how: 'telephone' },
  ]);

test.each(cells)('%s by %s: what was said decides at the claim, in the ways and in the audience', (purpose, channel) =>
  withRollback(async (db) => {
    await makeWorld(db, [{}]);
    await putDue(db, purpose, 1);
    const said = !allowedUnlessSaid[purpose];
    await say(db, purpose, channel, said);
    // What is said of one purpose is not said of another.
    for (const other of purposes.filter((one) => one !== purpose)) await say(db, other, channel, !said);
    const goes = contactChannels.filter((way) => (way === channel ? said : !said));
    expect([...(await waysNow(db, purpose))].sort()).toEqual([...goes].sort());
    expect([...((await leftOut(db, purpose))?.ways ?? [])].sort()).toEqual([...goes].sort());
    const against = await judged(db);
    for (const way of contactChannels)
      expect([way, against[way]]).toEqual([way, goes.includes(way) ? null : 'Does not permit this way.']);
  })(),
);

test.each(purposes)('%s: the do-not-contact list stands above every permission', (purpose) =>
  withRollback(async (db) => {
    await makeWorld(db, [{}]);
    await putDue(db, purpose, 1);
    for (const channel of contactChannels) await say(db, purpose, channel, true);
    await insertRows(db, 'suppressions', [
      { id: uid('d0c0', 1), residentId: residentId(1), reason: 'do_not_contact', note: 'asked', at: now, by: 'Priya' },
    ]);
    expect(await leftOut(db, purpose)).toMatchObject({ outReason: 'do_not_contact' });
    const against = Object.values(await judged(db));
    expect(against).toHaveLength(contactChannels.length);
    expect(against).not.toContain(null);
    expect(against).not.toContain('Does not permit this way.');
  })(),
);
