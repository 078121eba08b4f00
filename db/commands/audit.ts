import type { Db } from '../connect.ts';

/** Who did what to what. Never an address, a number or anybody's words in `detail`: ids, counts and names of fields. */
export interface AuditEntry {
  at: Date;
  /** `staff:<id>`, `key:<id>`, `resident`, `system`. */
  actor: string;
  actorName: string;
  /** noun.verb, such as wave.launch. */
  action: string;
  subject?: string | null;
  detail?: Readonly<Record<string, unknown>> | null;
}

/** Writes one line of the audit log; call it in the transaction of the change. */
export const insertAudit = (db: Db, { at, actor, actorName, action, subject, detail }: AuditEntry) => db`
  insert into audit_log (at, actor, actor_name, action, subject, detail)
  values (${at}, ${actor}, ${actorName}, ${action}, ${subject ?? null}, ${detail ? JSON.stringify(detail) : null}::text::jsonb)`;
