import type { Db } from '../connect.ts';

/** Who a mail answers: one recipient of one mailing. Dates are local. */
export interface MailRecipient {
  recipientId: string;
  residentId: string | null;
  email: string | null;
  language: string;
  format: string;
  mailingKind: string;
  purpose: string;
  meeting: MailMeeting | null;
  /** When we last thanked this sender for a mail about this mailing. */
  acknowledgedAt: string | null;
}

export interface MailMeeting {
  id: string;
  heldOn: string;
  commentsBy: string;
  timeZone: string;
  items: { id: string; number: number; title: string }[];
}

export interface MailContext {
  /** This very mail was taken in before. */
  known: boolean;
  recipient: MailRecipient | null;
  /** The only resident with the address it came from; null when there is none, or several. */
  sender: string | null;
}

export interface MailLookup {
  provider: string;
  providerId: string;
  from: string;
  recipientId: string | null;
}

const recipientJson = (db: Db, { recipientId, from }: MailLookup) => db`
  select jsonb_build_object('recipientId', r.id, 'residentId', r.resident_id, 'email', p.email, 'language', r.language,
    'format', r.format, 'mailingKind', m.kind, 'purpose', m.purpose,
    'meeting', case when t.id is not null then jsonb_build_object('id', t.id, 'heldOn', t.held_on, 'commentsBy', t.comments_by,
      'timeZone', coalesce((select time_zone from landlord), 'Europe/London'),
      'items', coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'number', i.number, 'title', i.title) order by i.number)
        from agenda_items i where i.meeting_id = t.id), '[]')) end,
    'acknowledgedAt', (select max(d.created_at) from deliveries d join inbound_messages n on n.id = d.inbound_message_id
      where d.recipient_id = r.id and d.kind = 'acknowledgement' and n.from_address = ${from}))
  from recipients r join mailings m on m.id = r.mailing_id
  left join residents p on p.id = r.resident_id
  left join meetings t on t.id = m.meeting_id
  where r.id = ${recipientId}`;

/** Everything a mail that came in may be about, in one statement. */
export async function mailContext(db: Db, lookup: MailLookup): Promise<MailContext> {
  const { provider, providerId, from } = lookup;
  const [row] = await db<MailContext[]>`
    select exists (select from inbound_messages where provider = ${provider} and provider_id = ${providerId}) as known,
      (${recipientJson(db, lookup)}) as recipient,
      (select case when count(*) = 1 then min(id::text) end from residents where lower(email) = ${from} and status = 'current') as sender`;
  return row ?? { known: false, recipient: null, sender: null };
}
