import type { Texts } from '../../surveys/questionnaire/types.ts';
import type { Db } from '../connect.ts';

/** Something a resident wrote, with where it stands and nothing of who wrote it. */
export interface FreeTextRow {
  /** Its place in the list: random, so the order says nothing. */
  key: string;
  kind: 'answer' | 'comment';
  from: string;
  question: string | null;
  texts: Texts | null;
  about: string | null;
  words: string;
  language: string | null;
  landlord: string;
}

const like = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

/** The key is a hash: the id of a response stands in the file of responses beside age and area. */
const keyOf = (db: Db, id: ReturnType<Db>) => db`encode(sha256(convert_to('free text ' || ${id}, 'UTF8')), 'hex')`;

/** Words written in closed surveys and in comments that are shown, by some words in them; one past the limit. */
export const freeTextRows = (
  db: Db,
  { words, wave, after, limit }: { words: string; wave: string | null; after: string | null; limit: number },
) => db<FreeTextRow[]>`
  with found as (
    select ${keyOf(db, db`p.id::text || a.key`)} as key, 'answer' as kind, w.name as "from", a.key as question,
      null::text as about, a.value ->> 'value' as words, p.language, p.version_id
    from responses p join waves w on w.id = p.wave_id join versions v on v.id = p.version_id
    cross join lateral jsonb_each(p.interview -> 'answers') a
    where w.status = 'closed' and ${wave === null ? db`true` : db`w.id = ${wave}`}
      and a.value ->> 'offRoute' is null and a.value ->> 'value' ilike ${like(words)}
      and exists (select from jsonb_array_elements(v.compiled -> 'questions') q where q ->> 'id' = a.key and q ->> 'kind' = 'text')
    union all
    select ${keyOf(db, db`c.id::text`)}, 'comment', m.title, null, i.title, c.words, null, null
    from comments c join meetings m on m.id = c.meeting_id left join agenda_items i on i.id = c.agenda_item_id
    where c.hidden_reason is null and c.words ilike ${like(words)} and ${wave === null}
  )
  select f.key, f.kind, f."from", f.question, f.about, f.words, f.language, v.source_texts as texts,
    coalesce((select name from landlord), '') as landlord
  from found f left join versions v on v.id = f.version_id
  where ${after}::text is null or f.key > ${after}::text
  order by f.key limit ${limit + 1}`;
