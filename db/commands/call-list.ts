import type { Db } from '../connect.ts';

export interface NewCallTask {
  id: string;
  recipientId: string;
  step: number;
  dueAt: Date;
}

/** Puts people on the call list; whoever is there already for that step stays as they are. */
export const insertCallTasks = (db: Db, tasks: readonly NewCallTask[]) => db`
  insert into call_list (id, invitation_id, step, due_at)
  select x.id, x."recipientId", x.step, x."dueAt"
  from jsonb_to_recordset(${JSON.stringify(tasks)}::text::jsonb) x (id uuid, "recipientId" uuid, step int, "dueAt" timestamptz)
  on conflict (invitation_id, step) do nothing`;

export interface Tried {
  id: string;
  status: string;
  /** When to ring again; null when it is over. */
  dueAt: Date | null;
  outcome: string;
  at: Date;
  by: string;
}

/** Writes down a try. */
export const setTried = (db: Db, { id, status, dueAt, outcome, at, by }: Tried) => db`
  update call_list set status = ${status}, due_at = coalesce(${dueAt}, due_at), tries = tries + 1, last_outcome = ${outcome},
    last_at = ${at}, last_by = ${by}
  where id = ${id}`;

/** Says of an invitation that the person would rather not, unless they answered; nothing more goes out. */
export const setRefused = (db: Db, invitationId: string, at: Date) => db`
  with no as (
    update invitations set disposition = 'refused', disposition_at = ${at}, next_at = null
    where id = ${invitationId} and disposition not in ('complete', 'moved', 'died') returning id
  )
  update deliveries d set status = 'cancelled', next_action = 'Said no on the telephone.' from no
  where d.recipient_id = no.id and d.status = 'due' and d.kind in ('invitation', 'reminder')`;
