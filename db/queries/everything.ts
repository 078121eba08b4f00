import type { Db } from '../connect.ts';
import type { Shown } from '../holdings/holding.ts';
import { holdings } from '../holdings/index.ts';

/** One part of all that is held on somebody: its rows, each by label. */
export interface HeldPart extends Shown {
  table: string;
  rows: Record<string, unknown>[];
}

/** Who somebody is comes first, then what they allow and belong to, what they said, and what we said; the rest as the list of holdings has it. */
const first = [
  'residents',
  'household_members',
  'profiles',
  'permissions',
  'suppressions',
  'interests',
  'memberships',
  'responses',
  'answer_changes',
  'inbound_messages',
  'comments',
  'deliveries',
];
const place = (table: string) => (first.includes(table) ? first.indexOf(table) : first.length);
const inReadingOrder = holdings.toSorted((a, b) => place(a.table) - place(b.table));

/** Everything that is held on a resident. A label that nothing is held under is null. */
export async function everythingOf(db: Db, residentId: string): Promise<HeldPart[]> {
  const parts: HeldPart[] = [];
  for (const { table, whose, shown } of inReadingOrder) {
    if (shown === null) continue;
    const labels = Object.keys(shown.columns);
    const found = await db.unsafe<{ held: unknown[] }[]>(
      `select jsonb_build_array(${Object.values(shown.columns).join(', ')}) as held from "${table}" t
       where ${whose} order by ${shown.order}`,
      [residentId],
    );
    const rows = found.map(({ held }) => Object.fromEntries(labels.map((label, at) => [label, held[at] ?? null])));
    parts.push({ ...shown, table, rows });
  }
  return parts;
}

/** The codes of somebody's invitations: whoever has one can open the survey. */
export async function codesOf(db: Db, residentId: string): Promise<string[]> {
  const rows = await db<{ code: string }[]>`
    select i.code from recipients r join invitations i on i.id = r.id where r.resident_id = ${residentId} and i.code is not null`;
  return rows.map(({ code }) => code);
}

/** How many rows of each kind erasure takes away, blanks or keeps. */
export async function heldCounts(db: Db, residentId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { table, whose } of holdings) {
    const [row] = await db.unsafe<{ count: number }[]>(`select count(*) as count from "${table}" t where ${whose}`, [
      residentId,
    ]);
    counts[table] = row?.count ?? 0;
  }
  return counts;
}

/** Messages to them that a provider is being given this moment: what becomes of them would be written down after the erasure. */
export async function onTheirWay(db: Db, residentId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*) as count from deliveries d join recipients r on r.id = d.recipient_id
    where r.resident_id = ${residentId} and d.status = 'claimed' and d.channel <> 'post'`;
  return row?.count ?? 0;
}

/** Whether somebody was erased under this id. */
export async function wasErased(db: Db, residentId: string): Promise<boolean> {
  const [row] = await db`select from audit_log where subject = ${residentId} and action = 'resident.erase' limit 1`;
  return row !== undefined;
}
