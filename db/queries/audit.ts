import type { Db } from '../connect.ts';

export interface AuditRow {
  id: number;
  at: Date;
  actorName: string;
  action: string;
  subject: string | null;
  detail: Record<string, unknown> | null;
}

/** Which lines; days are local to the landlord, and `to` is the last day. */
export interface AuditFilter {
  who?: string;
  action?: string;
  subject?: string;
  from?: string;
  to?: string;
}

const zone = (db: Db) => db`coalesce((select time_zone from landlord), 'Europe/London')`;
const dayStart = (db: Db, day: string, later = 0) =>
  db`(${day}::date + ${later}::int)::timestamp at time zone ${zone(db)}`;

const matching = (db: Db, { who, action, subject, from, to }: AuditFilter) => db`
  ${who === undefined ? db`true` : db`actor_name = ${who}`}
  and ${action === undefined ? db`true` : db`action = ${action}`}
  and ${subject === undefined ? db`true` : db`subject = ${subject}`}
  and ${from === undefined ? db`true` : db`at >= ${dayStart(db, from)}`}
  and ${to === undefined ? db`true` : db`at < ${dayStart(db, to, 1)}`}`;

/** The audit log, newest first, before an id: one row past the limit. */
export const auditRows = (db: Db, filter: AuditFilter, before: number | null, limit: number) => db<AuditRow[]>`
  select id, at, actor_name, action, subject, detail from audit_log
  where ${matching(db, filter)} and ${before === null ? db`true` : db`id < ${before}`}
  order by id desc limit ${limit + 1}`;

/** Everyone who did something, and everything that was done, by name. */
export async function auditFacets(db: Db): Promise<{ who: string[]; actions: string[] }> {
  const [row] = await db<{ who: string[]; actions: string[] }[]>`
    select array(select distinct actor_name from audit_log order by 1) as who,
      array(select distinct action from audit_log order by 1) as actions`;
  return row ?? { who: [], actions: [] };
}
