import type { Permission } from '../../surveys/fieldwork/permission.ts';
import type { Db } from '../connect.ts';

interface Saying {
  residentId: string;
  at: Date;
  /** Who wrote it down. */
  by: string;
  /** How it was said: web, telephone, letter, email, in_person. */
  how: string;
}

/** Keeps what a resident allows; what was said before of the same purpose and way gives way. */
export const savePermissions = (db: Db, said: readonly Permission[], { residentId, at, by, how }: Saying) => db`
  insert into permissions (resident_id, purpose, channel, allowed, at, by, how)
  select ${residentId}, purpose, channel, allowed, ${at}, ${by}, ${how}
  from jsonb_to_recordset(${JSON.stringify(said)}::text::jsonb) x (purpose text, channel text, allowed boolean)
  on conflict (resident_id, purpose, channel) do update
    set allowed = excluded.allowed, at = excluded.at, by = excluded.by, how = excluded.how`;

/** Sets the topics a resident is interested in; one that stays keeps its date. */
export const saveInterests = (
  db: Db,
  topics: readonly string[],
  { residentId, at, by }: Pick<Saying, 'residentId' | 'at' | 'by'>,
) => db`
  with gone as (delete from interests where resident_id = ${residentId} and topic <> all(${[...topics]}::text[]))
  insert into interests (resident_id, topic, at, by)
  select ${residentId}, topic, ${at}, ${by} from unnest(${[...topics]}::text[]) topic
  on conflict (resident_id, topic) do nothing`;
