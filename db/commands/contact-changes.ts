import type { Db } from '../connect.ts';
import type { ContactField } from '../queries/contact-changes.ts';
import { insertRecipient } from './recipients.ts';

/** A wish for a new number or address, with the message that asks to confirm it. */
export interface ContactWish {
  id: string;
  residentId: string;
  field: ContactField;
  address: string;
  mailingId: string;
  recipientId: string;
  deliveryId: string;
  at: Date;
  expiresAt: Date;
}

const channelOf = (field: ContactField) => (field === 'phone' ? 'sms' : 'email');

/** Keeps a wish and writes its message. */
export async function askToConfirm(db: Db, wish: ContactWish): Promise<void> {
  await db`
    insert into contact_changes (id, resident_id, field, address, recipient_id, at, expires_at)
    values (${wish.id}, ${wish.residentId}, ${wish.field}, ${wish.address}, ${wish.recipientId}, ${wish.at}, ${wish.expiresAt})`;
  await insertRecipient(db, { id: wish.recipientId, mailingId: wish.mailingId, residentId: wish.residentId });
  await insertMessage(db, {
    id: wish.deliveryId,
    recipientId: wish.recipientId,
    channel: channelOf(wish.field),
    kind: 'confirmation',
    at: wish.at,
  });
}

interface Message {
  id: string;
  recipientId: string;
  channel: string;
  kind: 'confirmation' | 'link';
  at: Date;
}

/** A message outside every plan, due now, in the resident's language of now. */
export const insertMessage = (db: Db, { id, recipientId, channel, kind, at }: Message) => db`
  insert into deliveries (id, recipient_id, attempt, channel, kind, status, due_at, language, format, created_at)
  select ${id}, rec.id, 1 + (select count(*) from deliveries d where d.recipient_id = rec.id), ${channel}, ${kind}, 'due', ${at},
    r.language, r.format, ${at}
  from recipients rec join residents r on r.id = rec.resident_id where rec.id = ${recipientId}`;

/** The message of a wish once more, and the wish waits longer. */
export async function askToConfirmAgain(
  db: Db,
  { id, residentId, field, at, expiresAt }: Pick<ContactWish, 'id' | 'residentId' | 'field' | 'at' | 'expiresAt'>,
): Promise<void> {
  const [wish] = await db<{ recipientId: string }[]>`
    update contact_changes set expires_at = ${expiresAt} where resident_id = ${residentId} and field = ${field} returning recipient_id`;
  if (!wish) return;
  await insertMessage(db, { id, recipientId: wish.recipientId, channel: channelOf(field), kind: 'confirmation', at });
}

/** Forgets a wish, its links and what of it still waits to be sent. */
export const dropContactChange = (db: Db, residentId: string, field: ContactField) => db`
  with gone as (
    delete from contact_changes where resident_id = ${residentId} and field = ${field} returning id, recipient_id
  ), links as (
    delete from tokens using gone where scope = 'confirm' and subject = gone.id::text
  )
  update deliveries d set status = 'cancelled', next_action = 'The resident wished for something else.'
  from gone where d.recipient_id = gone.recipient_id and d.status = 'due'`;

/** Takes a wish whose link was used: it and its links are gone, so a link works once. Null when it is gone already, or too old. */
export async function confirmedChange(
  db: Db,
  id: string,
  residentId: string,
  now: Date,
): Promise<{ field: ContactField; address: string } | null> {
  const [wish] = await db<{ field: ContactField; address: string }[]>`
    with links as (delete from tokens where scope = 'confirm' and subject = ${id})
    delete from contact_changes where id = ${id} and resident_id = ${residentId} and expires_at > ${now} returning field, address`;
  return wish ?? null;
}
