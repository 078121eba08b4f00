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
