import { expect, test } from 'vitest';
import { type Receipt, statusRank } from '../../channels/status.ts';
import type { Db } from '../../db/connect.ts';
import { applyReceipts } from '../../server/actions/delivery/receipts.ts';
import type { Deps } from '../../server/deps.ts';
import { tick } from '../../server/work/tick.ts';
import { withRollback } from '../support/database.ts';
import { seededRandom } from '../support/deps.ts';
import { connected, ledger, provider, work } from './field.ts';
import { residentId } from './world.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute));

async function sent(db: Db, people = 1) {
  const sms = provider('sms');
  const deps = await connected(
    db,
    Array.from({ length: people }, () => ({ preferredChannel: 'sms' })),
    { sms },
  );
  await work(deps);
  const [row] = await ledger(db);
  const report = (status: Receipt['status'], changes: Partial<Receipt> = {}): Receipt => ({
    eventId: `${String(row?.id)} ${status}`,
    deliveryId: String(row?.id),
    providerId: 'P1',
    status,
    failure: null,
    code: null,
    reason: null,
    at: at(5),
    ...changes,
  });
  const apply = (...receipts: Receipt[]) => applyReceipts(deps as Deps, 'twilio', receipts);
  const status = async () => (await ledger(db))[0]?.status;
  return { deps, report, apply, status };
}

test(
  'reports move a delivery forward, in whatever order they come, and a repeat changes nothing',
  withRollback(async (db) => {
    const { report, apply, status } = await sent(db);
    expect(await apply(report('delivered'))).toBe(1);
    expect(await apply(report('delivered'))).toBe(0);
    await apply(report('sent', { at: at(2) }));
    await apply(report('failed', { failure: 'soft', at: at(9) }));
    expect(await status()).toBe('delivered');
    expect(await db`select status from receipts order by status`).toEqual([
      { status: 'delivered' },
      { status: 'failed' },
      { status: 'sent' },
    ]);
    expect((await ledger(db))[0]).toMatchObject({ deliveredAt: at(5), failedAt: null, failure: null });
    expect(await db`select disposition from invitations`).toEqual([{ disposition: 'reached' }]);
  }),
);

test(
  'of many reports at once the one furthest along counts',
  withRollback(async (db) => {
    const { report, apply, status } = await sent(db);
    expect(await apply(report('accepted'), report('delivered'), report('sent'))).toBe(1);
    expect(await status()).toBe('delivered');
  }),
);

test(
  'a report finds its delivery by the provider’s id too, and one of nobody we know is kept',
  withRollback(async (db) => {
    const { report, apply, status } = await sent(db);
    expect(await apply(report('sent', { deliveryId: null }))).toBe(1);
    expect(await status()).toBe('sent');
    expect(await apply(report('sent', { eventId: 'x', deliveryId: residentId(999), providerId: 'other' }))).toBe(0);
    expect(await apply(report('sent', { eventId: 'y', deliveryId: 'not an id', providerId: null }))).toBe(0);
    expect(await db`select id from receipts where delivery_id is null`).toHaveLength(2);
  }),
);

test(
  'a hard failure sends the next way, and the number is not used again',
  withRollback(async (db) => {
    const { deps, report, apply } = await sent(db);
    await apply(report('failed', { failure: 'hard', code: '30005', reason: 'number not in use' }));
    expect((await ledger(db))[0]).toMatchObject({ status: 'failed', failReason: 'number not in use' });
    await tick(deps);
    expect((await ledger(db))[1]).toMatchObject({
      step: 0,
      attempt: 2,
      channel: 'email',
      kind: 'invitation',
      status: 'due',
    });
    expect(await db`select reason, purpose from suppressions`).toEqual([{ reason: 'bounce', purpose: null }]);
  }),
);

test(
  'a soft failure waits for the next step of the plan',
  withRollback(async (db) => {
    const { deps, report, apply } = await sent(db);
    await apply(report('failed', { failure: 'soft', reason: 'the handset is off' }));
    await tick(deps);
    expect(await ledger(db)).toHaveLength(1);
  }),
);

test(
  'a complaint after delivery stops that purpose on every way',
  withRollback(async (db) => {
    const { report, apply, status } = await sent(db);
    await apply(report('delivered'));
    await apply(report('delivered', { eventId: 'spam', failure: 'complaint', reason: 'they marked it as spam' }));
    expect(await status()).toBe('delivered');
    expect(await db`select disposition, next_at from invitations`).toEqual([{ disposition: 'refused', nextAt: null }]);
    expect(await db`select reason, purpose from suppressions where resident_id is not null`).toEqual([
      { reason: 'complaint', purpose: 'research' },
    ]);
  }),
);

test(
  'a report that comes before we heard from the provider ourselves stands',
  withRollback(async (db) => {
    const { report, apply, status } = await sent(db);
    await db`update deliveries set status = 'unknown'`;
    await apply(report('delivered'));
    expect(await status()).toBe('delivered');
  }),
);

test(
  'two hundred reports in one go',
  withRollback(async (db) => {
    const { apply, report } = await sent(db, 200);
    const rows = await ledger(db);
    const reports = rows.map(({ id }) =>
      report('delivered', { eventId: `e ${String(id)}`, deliveryId: String(id), providerId: null }),
    );
    expect(await apply(...reports)).toBe(200);
    expect(await db`select distinct status from deliveries`).toEqual([{ status: 'delivered' }]);
  }),
);

const words = ['accepted', 'sent', 'failed', 'delivered'] as const;

/** Some reports of one message in an order that nobody chose, some of them twice. */
function anyReports(random: () => number): Receipt['status'][] {
  const some = words.filter(() => random() < 0.6);
  return [...some, ...some.filter(() => random() < 0.4)]
    .map((status) => ({ status, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ status }) => status);
}

test(
  'whatever the order of the reports, no message ever goes back, and each ends as far as it was reported',
  withRollback(async (db) => {
    const { apply, report } = await sent(db, 120);
    const random = seededRandom(29);
    const begins = ['claimed', 'unknown', 'accepted'] as const;
    const ids = (await ledger(db)).map(({ id }) => String(id));
    for (const [place, id] of ids.entries())
      await db`update deliveries set status = ${begins[place % begins.length] ?? 'claimed'} where id = ${id}`;
    const told = ids.map((id) => ({ id, reports: anyReports(random) }));
    const rankOf = async () =>
      new Map((await ledger(db)).map(({ id, status }) => [String(id), statusRank[status as Receipt['status']]]));
    const first = await rankOf();
    let before = first;
    for (let turn = 0; turn < 8; turn++) {
      const batch = told.flatMap(({ id, reports }) => {
        const status = reports[turn];
        return status === undefined
          ? []
          : [report(status, { eventId: `${id} ${status}`, deliveryId: id, providerId: `S ${id}` })];
      });
      await apply(...batch);
      const now = await rankOf();
      for (const id of ids) expect(now.get(id), id).toBeGreaterThanOrEqual(before.get(id) ?? 0);
      before = now;
    }
    for (const { id, reports } of told)
      expect(before.get(id), `${id} ${reports}`).toBe(
        Math.max(first.get(id) ?? 0, ...reports.map((status) => statusRank[status])),
      );
  }),
);
