import type { Disposition } from '../../surveys/fieldwork/disposition.ts';
import type { SuppressionReason } from '../../surveys/fieldwork/suppression.ts';
import type { Db } from '../connect.ts';

/**
 * One thing that must not be written to: an address, for everyone who uses it, or a resident, on every way. A resident's
 * row with an address is what they said from it: START from there undoes it, and the address itself has a row of its own.
 */
export interface StopRow {
  id: string;
  addressHash: string | null;
  residentId: string | null;
}

export interface Stopping {
  rows: readonly StopRow[];
  /** Null covers all. */
  purpose: string | null;
  reason: SuppressionReason;
  note: string | null;
  at: Date;
  by: string;
  until: Date | null;
}

/** Writes down who said stop, once each: saying it again changes nothing. */
export const addStops = (db: Db, { rows, purpose, reason, note, at, by, until }: Stopping) => db`
  insert into suppressions (id, address_hash, resident_id, purpose, reason, note, at, by, until)
  select s.id, s."addressHash", s."residentId", ${purpose}, ${reason}, ${note}, ${at}, ${by}, ${until}
  from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as s(id uuid, "addressHash" text, "residentId" uuid)
  where not exists (
    select from suppressions o where o.lifted_at is null and o.reason = ${reason} and (o.until is null or o.until > ${at})
      and o.purpose is not distinct from ${purpose}
      and o.address_hash is not distinct from s."addressHash" and o.resident_id is not distinct from s."residentId")`;

export interface Ending {
  residentIds: readonly string[];
  /** Null ends all. */
  purpose: string | null;
  at: Date;
  /** How they said it, in the ledger's words: "texted STOP". */
  how: string;
  disposition: Disposition;
  /** Outcomes that give way to it. */
  yields: readonly Disposition[];
}

/** What the ledger says of what a stop cancelled. `%` as the way matches every stop's words. */
const soCancelled = (how: string) => `${how}, so cancelled`;

/** Cancels what is still due to these residents for a purpose, or for all, on every way, and closes their invitations. */
export async function endContact(
  db: Db,
  { residentIds, purpose, at, how, disposition, yields }: Ending,
): Promise<void> {
  await db`
    with mine as (
      select r.id from recipients r join mailings m on m.id = r.mailing_id
      where r.resident_id = any(${[...residentIds]}) and (${purpose}::text is null or m.purpose = ${purpose})
    ), cancelled as (
      update deliveries set status = 'cancelled', next_action = ${soCancelled(how)} from mine
      where recipient_id = mine.id and status = 'due'
    )
    update invitations i set next_at = null,
      disposition = case when i.disposition = any(${[...yields]}) then ${disposition} else i.disposition end,
      disposition_at = case when i.disposition = any(${[...yields]}) then ${at} else i.disposition_at end
    from mine, waves w
    where i.id = mine.id and w.id = i.wave_id and w.status in ('open', 'paused')`;
}

/** Locks residents, in the order of their ids, until the end of the transaction. Everything that takes two locks takes this one first. */
export const lockResidents = (db: Db, ids: readonly string[]) => db`
  select id from residents where id = any(${[...ids]}) order by id for update`;

/** A stop that was lifted: whose it was, and since when it stood. */
export interface Lifted {
  residentId: string | null;
  addressHash: string | null;
  at: Date;
}

/** Lifts what STOP from a number did, and nothing else: the number's own row, and its residents'. Gives what was lifted. */
export const liftStops = (db: Db, { addressHash, at, by }: { addressHash: string; at: Date; by: string }) => db<
  Lifted[]
>`
  update suppressions set lifted_at = ${at}, lifted_by = ${by}
  where lifted_at is null and reason = 'stop' and address_hash = ${addressHash}
  returning resident_id, address_hash, at`;

/**
 * Gives back what these stops ended, in waves that still run: what they cancelled is due again, and the invitations are looked at now.
 * Gives those invitations, whose outcomes are to be worked out anew.
 */
export async function restoreContact(db: Db, lifted: readonly Lifted[], now: Date): Promise<string[]> {
  const stops = lifted.filter(({ residentId }) => residentId !== null);
  const rows = await db<{ id: string }[]>`
    with ended as (
      select distinct i.id from jsonb_to_recordset(${JSON.stringify(stops)}::text::jsonb) as s("residentId" uuid, at timestamptz)
      join recipients r on r.resident_id = s."residentId" join invitations i on i.id = r.id join waves w on w.id = i.wave_id
      where i.disposition = 'refused' and i.disposition_at = s.at and w.status in ('open', 'paused')
    ), due_again as (
      update deliveries d set status = 'due', next_action = null from ended
      where d.recipient_id = ended.id and d.status = 'cancelled' and d.next_action like ${soCancelled('%')}
    )
    update invitations i set next_at = ${now}, disposition = 'not_sent', disposition_at = ${now} from ended where i.id = ended.id
    returning i.id`;
  return rows.map(({ id }) => id);
}

/** Lifts the row of a number itself, unless another resident uses it too. */
export const liftNumber = (
  db: Db,
  { addressHash, phone, residentId, at }: { addressHash: string; phone: string; residentId: string; at: Date },
) => db`
  update suppressions set lifted_at = ${at}, lifted_by = 'resident'
  where lifted_at is null and reason = 'stop' and address_hash = ${addressHash} and resident_id is null
    and not exists (select from residents where phone = ${phone} and status = 'current' and id <> ${residentId})`;

/** Lifts what a resident said themselves, by reason and purpose; gives what was lifted. */
export const liftOwnStops = (
  db: Db,
  {
    residentId,
    reasons,
    purposes,
    at,
  }: { residentId: string; reasons: readonly string[]; purposes: readonly string[]; at: Date },
) => db<Lifted[]>`
  update suppressions set lifted_at = ${at}, lifted_by = 'resident'
  where resident_id = ${residentId} and lifted_at is null and reason = any(${[...reasons]})
    and purpose = any(${[...purposes]})
  returning resident_id, address_hash, at`;

/** Takes a resident off the do-not-contact list; gives what was lifted. */
export const liftDoNotContact = (db: Db, { residentId, at, by }: { residentId: string; at: Date; by: string }) => db<
  Lifted[]
>`
  update suppressions set lifted_at = ${at}, lifted_by = ${by}
  where resident_id = ${residentId} and reason = 'do_not_contact' and lifted_at is null
  returning resident_id, address_hash, at`;
