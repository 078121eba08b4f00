/** Why we write: research, service and marketing are stopped and sent apart. */
export type Purpose = 'research' | 'service' | 'marketing';

/** What a channel is given: everything rendered, nothing to look up. */
export type OutboundMessage = TextMessage | EmailMessage;

interface Addressed {
  /** The delivery's id: our key in the provider's callbacks, and for the sandbox the key of the message shown. */
  deliveryId: string;
  /** E.164 number or email address. */
  to: string;
  language: string;
}

export interface TextMessage extends Addressed {
  kind: 'sms';
  /** Picks the sender where a purpose has one of its own. */
  purpose?: Purpose;
  body: string;
  /** Where the provider reports what became of it; carries the delivery id. */
  callbackUrl: string;
}

export interface EmailMessage extends Addressed {
  kind: 'email';
  fromName: string;
  subject: string;
  text: string;
  html: string;
  /** Where an answer goes; carries the recipient. */
  replyTo: string | null;
  /** One-click address of RFC 8058, when the mail may be stopped. */
  unsubscribeUrl: string | null;
  /** Set on answers to a mail: Message-ID answered, so that programs thread it; marks ours as automatic (RFC 3834). */
  inReplyTo?: string | null;
  autoSubmitted?: boolean;
  attachments?: { filename: string; contentType: string; content: Uint8Array }[];
}
