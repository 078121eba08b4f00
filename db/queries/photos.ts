import type { Texts } from '../../surveys/questionnaire/types.ts';
import type { Db } from '../connect.ts';

/** A photo a resident gave, with where it stands and nothing of who gave it. */
export interface PhotoRow {
  /** Random, so the order of a list says nothing. */
  id: string;
  waveId: string;
  wave: string;
  question: string;
  texts: Texts;
  /** The Monday before, local: a day could be laid beside the file of responses. */
  week: string;
  contentType: string;
  size: number;
  landlord: string;
}

/** The photos that stand as answers in closed surveys: neither replaced, nor off the route. */
const standing = (db: Db) => db`
  from uploads u join responses p on p.id = u.response_id join waves w on w.id = p.wave_id
    join versions v on v.id = p.version_id
  where w.status = 'closed' and p.interview -> 'answers' -> u.question_id ->> 'value' = u.id::text
    and p.interview -> 'answers' -> u.question_id ->> 'offRoute' is null`;

/** Photos of closed surveys by their random ids, one past the limit. */
export const photoRows = (
  db: Db,
  { wave, after, limit }: { wave: string | null; after: string | null; limit: number },
) => db<PhotoRow[]>`
  select u.id, w.id as wave_id, w.name as wave, u.question_id as question, v.source_texts as texts,
    date_trunc('week', u.at at time zone w.time_zone)::date::text as week, u.content_type, u.size,
    coalesce((select name from landlord), '') as landlord
  ${standing(db)} and ${wave === null ? db`true` : db`w.id = ${wave}`}
    and (${after}::uuid is null or u.id > ${after}::uuid)
  order by u.id limit ${limit + 1}`;

/** One of them with its bytes; null when there is none. */
export async function photoFile(db: Db, id: string) {
  const [row] = await db<{ waveId: string; contentType: string; content: Uint8Array<ArrayBuffer> }[]>`
    select w.id as wave_id, u.content_type, u.content ${standing(db)} and u.id = ${id}`;
  return row ?? null;
}
