import type { Db } from '../connect.ts';

export type ContactField = 'phone' | 'email';

/** New numbers and addresses a resident has still to confirm. */
export const waitingChanges = (db: Db, residentId: string, now: Date) => db<
  { id: string; field: ContactField; address: string }[]
>`
  select id, field, address from contact_changes where resident_id = ${residentId} and expires_at > ${now}`;

/** How many messages a resident has asked us for since a moment. */
export async function messagesAskedFor(db: Db, residentId: string, since: Date): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*) from recipients r join deliveries d on d.recipient_id = r.id
    where r.resident_id = ${residentId} and d.kind in ('confirmation', 'link') and d.created_at > ${since}`;
  return row?.count ?? 0;
}
