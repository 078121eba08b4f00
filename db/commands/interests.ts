import type { Db } from '../connect.ts';

export interface InterestChange {
  topics: readonly string[];
  comfortLevel?: number | null;
  availability?: readonly string[];
  at: Date;
  /** Who told us: the resident, or the member of staff. */
  by: string;
}

/** Adds topics a resident is interested in; those they have stay as they were told. */
const addInterests = (db: Db, residentId: string, { topics, at, by }: InterestChange) => db`
  insert into interests (resident_id, topic, at, by)
  select ${residentId}, topic, ${at}, ${by} from unnest(${[...topics]}::text[]) topic
  on conflict do nothing`;

/** Sets how far a resident would go and when they can come, where that was told. */
const setReadiness = (db: Db, residentId: string, { comfortLevel, availability, at }: InterestChange) => db`
  update residents set
    comfort_level = ${comfortLevel === undefined ? db`comfort_level` : comfortLevel},
    availability = ${availability === undefined ? db`availability` : db`${[...availability]}::text[]`},
    updated_at = ${at}
  where id = ${residentId}`;

/** Adds what was told to what is held. */
export async function learnInterests(db: Db, residentId: string, change: InterestChange): Promise<void> {
  await addInterests(db, residentId, change);
  await setReadiness(db, residentId, { ...change, comfortLevel: change.comfortLevel ?? undefined });
}

/** Sets a resident's interests to these and no others. */
export async function setInterests(db: Db, residentId: string, change: InterestChange): Promise<void> {
  await db`delete from interests where resident_id = ${residentId} and topic <> all(${[...change.topics]}::text[])`;
  await addInterests(db, residentId, change);
  await setReadiness(db, residentId, change);
}
