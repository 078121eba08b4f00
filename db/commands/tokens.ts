import type { Db } from '../connect.ts';

/** A link that needs no account, stored hashed. */
export interface TokenRow {
  hash: string;
  scope: 'preferences' | 'unsubscribe' | 'group' | 'event' | 'confirm';
  /** The way it is sent by. */
  channel: 'sms' | 'email' | null;
  residentId: string;
  /** The purpose to stop, the meeting or event to show, or the change to confirm. */
  subject: string | null;
  createdAt: Date;
  expiresAt: Date;
}

export const insertTokens = (db: Db, rows: readonly TokenRow[]) => db`
  insert into tokens (hash, scope, channel, resident_id, subject, created_at, expires_at)
  select hash, scope, channel, "residentId", subject, "createdAt", "expiresAt"
  from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) x (
    hash text, scope text, channel text, "residentId" uuid, subject text, "createdAt" timestamptz, "expiresAt" timestamptz)`;
