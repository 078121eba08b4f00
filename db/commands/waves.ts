import type { Db } from '../connect.ts';

export interface Launched {
  id: string;
  versionId: string;
  mailingId: string;
  seed: string;
  by: string;
  at: Date;
}

/** Marks a wave launched, with the version, the mailing and the seed it keeps. */
export const setLaunched = (db: Db, { id, versionId, mailingId, seed, by, at }: Launched) => db`
  update waves set status = 'open', version_id = ${versionId}, mailing_id = ${mailingId}, seed = ${seed},
    launched_by = ${by}, launched_at = ${at}
  where id = ${id}`;

export interface NewMailing {
  id: string;
  kind: string;
  purpose: string;
  meetingId?: string | null;
  by: string;
  at: Date;
}

/** Makes the mailing that a wave or a pack is. */
export const insertMailing = (db: Db, { id, kind, purpose, meetingId, by, at }: NewMailing) => db`
  insert into mailings (id, kind, purpose, meeting_id, created_at, created_by)
  values (${id}, ${kind}, ${purpose}, ${meetingId ?? null}, ${at}, ${by})`;

export const setPaused = (db: Db, id: string, at: Date) => db`
  update waves set status = 'paused', paused_at = ${at} where id = ${id}`;

export const setResumed = (db: Db, id: string) => db`
  update waves set status = 'open', paused_at = null where id = ${id}`;

export const setClosesOn = (db: Db, id: string, closesOn: string) => db`
  update waves set closes_on = ${closesOn} where id = ${id}`;

/** People whose plan ended because the wave was to close are looked at again. */
export const reviveInvitations = (db: Db, id: string, at: Date) => db`
  update invitations i set next_at = ${at}
  from waves w
  where w.id = i.wave_id and i.wave_id = ${id} and i.next_at is null and i.disposition not in ('complete', 'blank', 'refused', 'moved', 'died')
    and i.next_step < jsonb_array_length(w.plan -> 'steps')
    and not exists (select from deliveries d where d.recipient_id = i.id and d.channel = 'post' and d.status in ('due', 'claimed', 'accepted'))`;

/**
 * Closes a wave: nothing that is due goes out any more, nobody stands before a step, and who did not answer is said to; what was
 * settled before keeps its moment. Closed early, its last day is the day it was closed on: that is what everyone is told from then on.
 */
export async function setClosed(db: Db, id: string, at: Date): Promise<void> {
  await db`
    update waves set status = 'closed', closed_at = ${at},
      closes_on = least(closes_on, (${at}::timestamptz at time zone time_zone)::date)
    where id = ${id}`;
  await db`
    update deliveries d set status = 'cancelled', next_action = 'The wave closed before it was sent.'
    from invitations i where d.recipient_id = i.id and i.wave_id = ${id} and d.status = 'due'`;
  await db`
    update invitations set next_at = null,
      disposition = case when disposition in ('sent', 'reached', 'unknown') then 'no_answer' else disposition end,
      disposition_at = case when disposition in ('sent', 'reached', 'unknown') then ${at} else disposition_at end
    where wave_id = ${id}`;
}
