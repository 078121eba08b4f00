import type { Nation } from '../../surveys/fieldwork/bank-holidays.ts';
import type { Postage } from '../../surveys/fieldwork/postage.ts';
import type { Format } from '../../surveys/format.ts';
import type { PaperFacts } from '../../surveys/groups/pack.ts';
import type { Db } from '../connect.ts';

/** A print batch in a list, without its file. */
export interface BatchRow {
  id: string;
  number: number;
  waveId: string | null;
  name: string;
  language: string;
  format: Format;
  postage: Postage;
  letters: number;
  pages: number | null;
  state: 'queued' | 'printing' | 'ready' | 'posted' | 'failed';
  fault: string | null;
  createdAt: Date;
  postedOn: Date | null;
  /** Where its days of delivery are counted. */
  nation: Nation;
  timeZone: string;
  /** Papers of the meeting it is about. */
  papers: PaperFacts[];
}

/** Print batches, newest first; of one wave, or all. */
export const printBatches = (db: Db, waveId: string | null) => db<BatchRow[]>`
  select b.id, b.number, w.id as wave_id, coalesce(w.name, g.name || ', ' || mt.title, 'Letters') as name, b.language, b.format,
    b.postage, coalesce(l.nation, 'england-wales') as nation, coalesce(l.time_zone, 'Europe/London') as time_zone, b.letters, b.pages, b.state, b.fault, b.created_at, b.posted_on,
    coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'title', p.title, 'language', p.language,
        'format', p.format, 'size', p.size) order by p.created_at, p.title) from papers p where p.meeting_id = mt.id), '[]') as papers
  from print_batches b join mailings m on m.id = b.mailing_id
  left join waves w on w.mailing_id = m.id
  left join meetings mt on mt.id = m.meeting_id left join groups g on g.id = mt.group_id left join landlord l on true
  where ${waveId}::uuid is null or w.id = ${waveId}::uuid order by b.number desc`;

/** The file of a batch: a PDF to print, or a folder (ZIP) for whoever embosses or records; and what is in it. */
export interface BatchFile {
  number: number;
  format: Format;
  pdf: Uint8Array;
  manifest: string;
}

/** The file of a batch; null when there is no such batch or it is not made yet. */
export async function printedFile(db: Db, id: string): Promise<BatchFile | null> {
  const [row] = await db<BatchFile[]>`
    select number, format, pdf, coalesce(manifest, '') as manifest from print_batches where id = ${id} and pdf is not null`;
  return row ?? null;
}

/** One attempt in a list for a person to look at. */
export interface DeliveryRow {
  id: string;
  residentId: string | null;
  title: string | null;
  givenName: string | null;
  familyName: string | null;
  channel: 'sms' | 'email' | 'post';
  kind: string;
  status: string;
  at: Date;
  reason: string | null;
  wave: string | null;
}

/** Attempts of one status, oldest first; one more than asked for. */
export const deliveriesOf = (
  db: Db,
  {
    status,
    waveId,
    after,
    limit,
  }: { status: string; waveId: string | null; after: readonly string[] | null; limit: number },
) => db<DeliveryRow[]>`
  select d.id, r.id as resident_id, r.title, r.given_name, r.family_name, d.channel, d.kind, d.status,
    coalesce(d.claimed_at, d.due_at) as at, d.fail_reason as reason, w.name as wave
  from deliveries d left join recipients rec on rec.id = d.recipient_id left join residents r on r.id = rec.resident_id
  left join waves w on w.mailing_id = rec.mailing_id
  where d.status = ${status} and (${waveId}::uuid is null or w.id = ${waveId}::uuid)
    and (${after === null} or d.id > ${after?.[0] ?? null}::uuid)
  order by d.id limit ${limit + 1}`;
