import type { Db } from '../connect.ts';

export interface FailedRow {
  id: string;
  recipientId: string | null;
  residentId: string | null;
  channel: string;
  failure: 'soft' | 'hard' | 'opted_out' | 'complaint' | null;
  purpose: string | null;
  address: string | null;
}

/** Whom failed deliveries were for, and the address that failed. One still to be confirmed may be a stranger's: it tells nothing of the resident. */
export const failedDeliveries = (db: Db, ids: readonly string[]) => db<FailedRow[]>`
  select d.id, d.recipient_id, case when d.kind <> 'confirmation' then rec.resident_id end as resident_id, d.channel, d.failure, m.purpose,
    case when d.kind = 'confirmation' then cc.address when d.channel = 'sms' then r.phone when d.channel = 'email' then r.email end as address
  from deliveries d
  left join recipients rec on rec.id = d.recipient_id
  left join mailings m on m.id = rec.mailing_id
  left join residents r on r.id = rec.resident_id
  left join contact_changes cc on cc.recipient_id = d.recipient_id
  where d.id = any(${ids}::uuid[])`;

/** The invitations that some deliveries belong to. */
export async function invitationsOf(db: Db, deliveryIds: readonly string[]): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select distinct i.id from deliveries d join invitations i on i.id = d.recipient_id where d.id = any(${deliveryIds}::uuid[])`;
  return rows.map(({ id }) => id);
}

/** The invitations of a print batch. */
export async function invitationsOfBatch(db: Db, batchId: string): Promise<string[]> {
  const rows = await db<{ id: string }[]>`
    select distinct i.id from deliveries d join invitations i on i.id = d.recipient_id where d.print_batch_id = ${batchId}`;
  return rows.map(({ id }) => id);
}
