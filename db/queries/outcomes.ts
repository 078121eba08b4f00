import type { Db } from '../connect.ts';

export interface OutcomeWords {
  youSaid: string;
  weDid: string;
}

/** What was published, newest first. */
export const publishedOutcomes = (db: Db, most: number) => db<OutcomeWords[]>`
  select you_said, we_did from outcomes where published_at is not null order by published_at desc, id limit ${most}`;
