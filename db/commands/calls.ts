import type { Db } from '../connect.ts';

export interface NewCall {
  id: string;
  residentId: string;
  at: Date;
  outcome: string;
  note: string;
  by: string;
}

/** Keeps a call as it was written down. */
export const insertCall = (db: Db, { id, residentId, at, outcome, note, by }: NewCall) => db`
  insert into calls (id, resident_id, at, outcome, note, by) values (${id}, ${residentId}, ${at}, ${outcome}, ${note}, ${by})`;
