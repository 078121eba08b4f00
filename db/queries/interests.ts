import type { Db } from '../connect.ts';
import { homes } from './candidates.ts';

/** Somebody of the register: what they would like to be asked about, and how far they would go. */
export interface Interested {
  residentId: string;
  title: string | null;
  givenName: string;
  familyName: string;
  area: string | null;
  topics: string[];
  comfortLevel: number | null;
  availability: string[];
  accessNeeds: string[];
  /** When they were last invited to a focus group or into a group. */
  lastInvitedAt: Date | null;
}

export interface InterestFilter {
  topic?: string;
  /** Willing to go at least this far. */
  level?: number;
  area?: string;
}

const columns = (db: Db) => db`
  r.id as resident_id, r.title, r.given_name, r.family_name, home.area, r.comfort_level, r.availability, r.access_needs,
  array(select i.topic from interests i where i.resident_id = r.id order by i.topic) as topics,
  (select max(ep.invited_at) from event_people ep where ep.resident_id = r.id) as last_invited_at`;

/** The register by family name, one row past the limit, after a key of [family name, given name, id]. */
export const interestedRows = (
  db: Db,
  { topic, level, area }: InterestFilter,
  { today, after, limit }: { today: string; after: readonly string[] | null; limit: number },
) => db<Interested[]>`
  select ${columns(db)} from residents r left join (${homes(db, today)}) home on home.resident_id = r.id
  where r.status = 'current'
    and exists (select from interests i where i.resident_id = r.id and ${topic === undefined ? db`true` : db`i.topic = ${topic}`})
    and ${level === undefined ? db`true` : db`r.comfort_level >= ${level}`}
    and ${area === undefined ? db`true` : db`home.area = ${area}`}
    and ${after === null ? db`true` : db`(r.family_name, r.given_name, r.id) > (${after[0] ?? ''}, ${after[1] ?? ''}, ${after[2] ?? ''}::uuid)`}
  order by r.family_name, r.given_name, r.id limit ${limit + 1}`;

/** How many of the register name each topic. */
export const topicCounts = (db: Db) => db<{ topic: string; count: number }[]>`
  select i.topic, count(*) as count from interests i join residents r on r.id = i.resident_id
  where r.status = 'current' group by i.topic`;

/** One resident as the register has them, with or without interests; null when there is none. */
export async function interestedById(db: Db, residentId: string, today: string): Promise<Interested | null> {
  const [row] = await db<Interested[]>`
    select ${columns(db)} from residents r left join (${homes(db, today)}) home on home.resident_id = r.id
    where r.id = ${residentId}`;
  return row ?? null;
}
