import type { Db } from '../connect.ts';

/** A wave that was launched, with the mailing that it is. */
export interface Launch {
  id: string;
  mailingId: string;
}

/** What shows that a launch has reached somebody, the surest first. */
export const traces = ['sent', 'answered', 'rung', 'entered', 'written'] as const;
export type Trace = (typeof traces)[number];

/**
 * What has come of a launch already; null while nothing has. One that was never claimed has not gone; whatever was claimed may
 * have, and whoever is on the list of calls may be on the telephone. The first that is found is told, and the rest is not looked for.
 */
export async function launchTrace(db: Db, { id, mailingId }: Launch): Promise<Trace | null> {
  const [row] = await db<{ trace: Trace | null }[]>`
    select case
      when exists (select from recipients r join deliveries d on d.recipient_id = r.id
        where r.mailing_id = ${mailingId} and (d.status not in ('due', 'cancelled') or d.claimed_at is not null or d.tries > 0)) then 'sent'
      when exists (select from responses where wave_id = ${id})
        or exists (select from invitations where wave_id = ${id} and disposition in ('complete', 'part', 'blank')) then 'answered'
      when exists (select from invitations i join call_list l on l.invitation_id = i.id where i.wave_id = ${id}) then 'rung'
      when exists (select from prize_entries where wave_id = ${id}) then 'entered'
      when exists (select from recipients r join inbound_messages n on n.recipient_id = r.id where r.mailing_id = ${mailingId}) then 'written'
    end as trace`;
  return row?.trace ?? null;
}

/** When the first message of a launch is to leave, as far as is known: what is due, and when people are looked at next. */
export async function firstOf(db: Db, { id, mailingId }: Launch): Promise<Date | null> {
  const [row] = await db<{ at: Date | null }[]>`
    select least(
      (select min(d.due_at) from recipients r join deliveries d on d.recipient_id = r.id where r.mailing_id = ${mailingId}),
      (select min(next_at) from invitations where wave_id = ${id})) as at`;
  return row?.at ?? null;
}
