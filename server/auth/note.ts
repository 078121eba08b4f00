import { insertAudit } from '../../db/commands/audit.ts';
import type { Db } from '../../db/connect.ts';

interface Known {
  id: string;
  name: string;
}

/** Notes in the audit what somebody did with their own way in. */
export const noteAccess = (tx: Db, at: Date, { id, name }: Known, action: string, detail?: Record<string, unknown>) =>
  insertAudit(tx, { at, actor: `staff:${id}`, actorName: name, action: `account.${action}`, subject: id, detail });

/** Notes a try to sign in that failed. What was typed is not kept: only whose account it was, where there is one. */
export const noteFailed = (db: Db, at: Date, subject: string | null, step: 'password' | 'code' | 'provider') =>
  insertAudit(db, {
    at,
    actor: 'system',
    actorName: 'Sign-in',
    action: 'account.sign_in_failed',
    subject,
    detail: { step },
  });
