import { insertAudit } from '../../db/commands/audit.ts';
import type { Db } from '../../db/connect.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';

/** What an audited change says of itself. */
export interface Change {
  /** noun.verb, such as wave.launch. */
  action: string;
  subject?: string | null;
  detail?: Readonly<Record<string, unknown>>;
}

/** The actor as the log keeps it: `staff:<id>` or `key:<id>`. */
export const actorRef = (actor: Actor): string => `${actor.kind}:${actor.id}`;

/** Records who made a change; call it in the transaction of the change. */
export const audit = (tx: Db, { clock }: Pick<Deps, 'clock'>, actor: Actor, change: Change) =>
  insertAudit(tx, { at: clock.now(), actor: actorRef(actor), actorName: actor.name, ...change });
