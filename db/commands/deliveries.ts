import type { Db } from '../connect.ts';

/** A delivery to make. */
export interface NewDelivery {
  id: string;
  recipientId: string;
  step: number;
  attempt: number;
  channel: string;
  kind: string;
  dueAt: Date;
  language: string;
  format: string;
}

/** Writes deliveries. One that is there already, by recipient, step and attempt, is left as it is: nobody gets a step twice. */
export const insertDeliveries = (db: Db, rows: readonly NewDelivery[], now: Date) => db`
  insert into deliveries (id, recipient_id, step, attempt, channel, kind, status, due_at, language, format, created_at)
  select x.id, x."recipientId", x.step, x.attempt, x.channel, x.kind, 'due', x."dueAt", x.language, x.format, ${now}
  from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) x (
    id uuid, "recipientId" uuid, step int, attempt int, channel text, kind text, "dueAt" timestamptz, language text, format text)
  on conflict (recipient_id, step, attempt) do nothing`;

export interface Standing {
  id: string;
  nextStep: number;
  nextAt: Date | null;
}

/** Where invitations stand in their plan, and when to look again. */
export const setStanding = (db: Db, rows: readonly Standing[]) => db`
  update invitations i set next_step = x."nextStep", next_at = x."nextAt"
  from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) x (id uuid, "nextStep" int, "nextAt" timestamptz)
  where i.id = x.id`;

/** Looks at these invitations again now: a way failed, so the next one is tried. Those with nothing left to send stay ended. */
export const lookAgain = (db: Db, recipientIds: readonly string[], now: Date) => db`
  update invitations i set next_at = ${now}
  from waves w
  where w.id = i.wave_id and w.status in ('open', 'paused') and i.id = any(${recipientIds}::uuid[])`;

/** Says in the ledger what was done after these deliveries reached nobody. */
export const sayNext = (db: Db, rows: readonly { id: string; nextAction: string }[]) => db`
  update deliveries d set next_action = case when d.status = 'cancelled' then concat_ws(' ', d.next_action, x."nextAction") else x."nextAction" end
  from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) x (id uuid, "nextAction" text)
  where d.id = x.id`;
