import { type Postage, usualPostage } from '../../surveys/fieldwork/postage.ts';
import type { Format } from '../../surveys/format.ts';
import type { Db } from '../connect.ts';
import { againstPost, lettersJoins } from '../queries/letters.ts';

/** A letter that is due, and the edition it asks for. `against` says why it was cancelled instead. */
export interface LetterDue {
  id: string;
  kind: string;
  invitationId: string | null;
  mailingId: string;
  step: number;
  language: string;
  format: string;
  versionId: string | null;
  /** How the step of its plan has it posted. */
  postage: Postage;
  against: string | null;
}

/** Takes the letters that are due and holds them until the transaction ends. What may not go any more is cancelled with the reason. */
export const takeDueLetters = (db: Db, now: Date, limit: number) => db<LetterDue[]>`
  with picked as materialized (
    select d.id from deliveries d
    where d.status = 'due' and d.channel = 'post' and d.due_at <= ${now}
      and coalesce((select w.status from invitations i join waves w on w.id = i.wave_id where i.id = d.recipient_id), '') <> 'paused'
    order by d.due_at limit ${limit} for update of d skip locked
  ), judged as (
    select d.id, d.kind, i.id as invitation_id, rec.mailing_id, coalesce(d.step, 0) as step, d.language, d.format, w.version_id,
      coalesce(w.plan -> 'steps' -> d.step ->> 'postage', ${usualPostage}) as postage,
      ${againstPost(db, now, now)} as against
    from picked join deliveries d on d.id = picked.id ${lettersJoins(db, now)}
  )
  update deliveries d set claimed_at = ${now}, provider = 'print',
    status = case when j.against is null then 'claimed' else 'cancelled' end, next_action = coalesce(j.against, d.next_action)
  from judged j where d.id = j.id
  returning j.*`;

export interface NewBatch {
  id: string;
  mailingId: string;
  step: number;
  /** The language of the words, which may be another than was asked for. */
  language: string;
  format: string;
  postage: Postage;
  letters: readonly string[];
}

/** Makes a print batch and puts its letters in it. */
export async function insertBatch(db: Db, batch: NewBatch, now: Date): Promise<void> {
  await db`
    insert into print_batches (id, mailing_id, step, language, format, postage, letters, state, created_at)
    values (${batch.id}, ${batch.mailingId}, ${batch.step}, ${batch.language}, ${batch.format}, ${batch.postage}, ${batch.letters.length},
      'queued', ${now})`;
  await db`update deliveries set print_batch_id = ${batch.id} where id = any(${batch.letters}::uuid[])`;
}

export interface ClaimedBatch {
  id: string;
  number: number;
  /** How often its file was begun, this time included. */
  tries: number;
  language: string;
  format: Format;
  postage: Postage;
}

/** Takes the oldest batch that waits, or whose printing was forsaken: nothing of a file has left us, so it is simply made again. */
export async function claimPrintBatch(db: Db, now: Date, leaseUntil: Date): Promise<ClaimedBatch | null> {
  const [row] = await db<ClaimedBatch[]>`
    update print_batches set state = 'printing', lease_until = ${leaseUntil}, tries = tries + 1
    where id = (
      select id from print_batches where state = 'queued' or (state = 'printing' and lease_until < ${now})
      order by created_at, number limit 1 for update skip locked)
    returning id, number, tries, language, format, postage`;
  return row ?? null;
}

/** A letter of a batch with all that it says. */
export interface LetterRow {
  id: string;
  kind: string;
  language: string;
  format: Format;
  title: string | null;
  givenName: string;
  familyName: string;
  address: string[];
  code: string | null;
  versionId: string | null;
  versionNumber: number | null;
  closesOn: string | null;
  actionOn: string | null;
  meetingId: string | null;
  eventId: string | null;
}

/** The same, judged: why it is not to be printed after all, or null. */
export interface JudgedLetter extends LetterRow {
  against: string | null;
}

/** The letters of a batch, each judged anew, by postcode, as the post likes them. */
export const lettersOf = (db: Db, batchId: string, now: Date) => db<JudgedLetter[]>`
  select d.id, d.kind, d.language, d.format, r.title, r.given_name, r.family_name,
    coalesce(r.correspondence_address, home.address_lines || home.postcode, '{}') as address,
    i.code, w.version_id, v.number as version_number, w.closes_on::text, w.action_on::text, m.meeting_id, m.event_id, ${againstPost(db, now, now)} as against
  from deliveries d ${lettersJoins(db, now)}
  left join versions v on v.id = w.version_id
  where d.print_batch_id = ${batchId} and d.status = 'claimed'
  order by home.postcode, d.id`;

export interface PrintedLetter {
  id: string;
  words: string;
  revisionId: string | null;
  fellBack: string | null;
}

export interface PrintedBatch {
  id: string;
  pdf: Uint8Array;
  manifest: string;
  pages: number;
  letters: readonly PrintedLetter[];
}

/** Keeps the file and its manifest; its letters are accepted, and stand there until somebody posts them. False when another process was quicker. */
export async function finishBatch(
  db: Db,
  { id, pdf, manifest, pages, letters }: PrintedBatch,
  now: Date,
): Promise<boolean> {
  const done = await db`
    update print_batches set state = 'ready', pdf = ${pdf}::bytea, manifest = ${manifest}, pages = ${pages}, letters = ${letters.length},
      ready_at = ${now}, lease_until = null, fault = null
    where id = ${id} and state = 'printing'`;
  if (done.count === 0) return false;
  await db`
    update deliveries d set status = 'accepted', accepted_at = ${now}, words = x.words, edition_revision_id = x."revisionId", fell_back = x."fellBack"
    from jsonb_to_recordset(${JSON.stringify(letters)}::text::jsonb) x (id uuid, words text, "revisionId" uuid, "fellBack" text)
    where d.id = x.id and d.status = 'claimed'`;
  return true;
}

/** A letter that cannot be posted: its address is at fault, so it failed for good. */
export const failLetters = (db: Db, rows: readonly { id: string; reason: string }[], now: Date) => db`
  update deliveries d set status = 'failed', failed_at = ${now}, failure = 'hard', fail_code = 'address', fail_reason = x.reason, print_batch_id = null
  from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) x (id uuid, reason text)
  where d.id = x.id and d.status = 'claimed'`;

/** Takes letters out of their batch that are not to be printed after all, each with its reason. */
export const cancelLetters = (db: Db, rows: readonly { id: string; against: string }[]) => db`
  update deliveries d set status = 'cancelled', next_action = x.against, print_batch_id = null
  from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) x (id uuid, against text)
  where d.id = x.id and d.status = 'claimed'`;

/** A batch that has lost its last letter is over. */
export const dropBatch = (db: Db, id: string) => db`
  delete from print_batches b where id = ${id} and state = 'printing' and not exists (select from deliveries d where d.print_batch_id = b.id)`;

/** A file that cannot be made stands with its fault, for a person. */
export const failBatch = (db: Db, id: string, fault: string) => db`
  update print_batches set state = 'failed', fault = ${fault}, lease_until = null where id = ${id} and state = 'printing'`;

export interface PostedRow {
  waveId: string | null;
  step: number;
}

/** Cancels the letters of a ready batch that were to be taken out before the moment it was posted. Gives their ids. */
export const cancelTakenOut = (db: Db, batchId: string, postedOn: Date, now: Date) => db<{ id: string }[]>`
  with judged as (
    select d.id, ${againstPost(db, now, postedOn)} as why from deliveries d ${lettersJoins(db, now)}
    where d.print_batch_id = ${batchId} and d.status = 'accepted'
  )
  update deliveries d set status = 'cancelled', next_action = j.why || ' It was taken out of the printed file.'
  from judged j where d.id = j.id and j.why is not null
  returning d.id`;

/** Marks a batch posted: its letters went on that day. Gives its wave and step, or null when it is not ready. */
export async function setPosted(db: Db, id: string, postedOn: Date, by: string): Promise<PostedRow | null> {
  const [batch] = await db<PostedRow[]>`
    update print_batches b set state = 'posted', posted_on = ${postedOn}, posted_by = ${by}
    where b.id = ${id} and b.state = 'ready'
    returning b.step, (select w.id from waves w where w.mailing_id = b.mailing_id) as wave_id`;
  if (batch === undefined) return null;
  await db`
    update deliveries set status = 'sent', sent_at = ${postedOn} where print_batch_id = ${id} and status = 'accepted'`;
  return batch;
}

/** The clock of those letters' invitations starts: when the next step is looked at. */
export const startClocks = (db: Db, batchId: string, step: number, nextAt: Date | null) => db`
  update invitations i set next_at = ${nextAt}
  from deliveries d, waves w
  where d.print_batch_id = ${batchId} and i.id = d.recipient_id and w.id = i.wave_id and w.status in ('open', 'paused')
    and d.step = ${step} and i.next_step > ${step}
    and not exists (select from deliveries later where later.recipient_id = i.id and later.step > ${step})`;

/** Puts a file that could not be printed back in the queue. Gives false when it is not one that failed. */
export async function queueAgain(db: Db, id: string): Promise<boolean> {
  const rows = await db`
    update print_batches set state = 'queued', tries = 0, fault = null, lease_until = null where id = ${id} and state = 'failed' returning id`;
  return rows.length === 1;
}
