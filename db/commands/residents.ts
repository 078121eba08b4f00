import type { Db } from '../connect.ts';

export interface ReachChange {
  language?: string;
  format?: string;
  preferredChannel?: string | null;
  comfortLevel?: number | null;
  status?: string;
  phone?: string | null;
  email?: string | null;
}

/** Changes how we reach a resident. True when there is one. */
export async function changeResident(db: Db, id: string, change: ReachChange, at: Date): Promise<boolean> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const done = await db`update residents set ${db({ ...given, updatedAt: at })} where id = ${id}`;
  return done.count > 0;
}

export interface NewSuppression {
  id: string;
  residentId: string;
  reason: string;
  note: string;
  at: Date;
  by: string;
}

/** Keeps us from a resident for every purpose. */
export const suppressResident = (db: Db, { id, residentId, reason, note, at, by }: NewSuppression) => db`
  insert into suppressions (id, resident_id, purpose, reason, note, at, by)
  values (${id}, ${residentId}, null, ${reason}, ${note}, ${at}, ${by})`;
