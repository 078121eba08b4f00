import { RefusedError } from '../errors.ts';
import type { EmailMessage, OutboundMessage } from '../message.ts';
import { bounceAddress } from './reply-address.ts';

/** Who our mail comes from. */
export interface MailIdentity {
  /** The address in From. */
  from: string;
  /** The domain whose mail reaches us, or null where replies go to the sender's own mailbox. */
  replyDomain: string | null;
  /** Signs the envelope sender, so that a returned mail tells which it was. */
  secret: string;
}

/** One mail ready for any way of sending. */
export interface PreparedMail {
  from: { name: string; address: string };
  to: string;
  /** Where a mail server returns it. */
  envelopeFrom: string;
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  headers: Record<string, string>;
  attachments: NonNullable<EmailMessage['attachments']>;
}

/** The header that carries the delivery's id, for whoever reads the mail's source. */
const DELIVERY_HEADER = 'X-Earshot-Delivery';

/** The mail within a message; a channel is handed only its own kind. */
export function mailOf(message: OutboundMessage): EmailMessage {
  if (message.kind === 'email') return message;
  throw new RefusedError('This channel carries mail only', 'wrong kind', 'soft');
}

/** Puts identity and standard headers on a rendered message. The same message always gives the same Message-ID. */
export async function prepareMail(message: EmailMessage, identity: MailIdentity): Promise<PreparedMail> {
  const { replyDomain, secret } = identity;
  return {
    from: { name: oneLine(message.fromName), address: identity.from },
    to: message.to,
    envelopeFrom: replyDomain ? await bounceAddress(secret, message.deliveryId, replyDomain) : identity.from,
    replyTo: message.replyTo,
    subject: oneLine(message.subject),
    text: message.text,
    html: message.html,
    messageId: messageIdOf(message.deliveryId, replyDomain ?? domainOf(identity.from)),
    headers: headersOf(message),
    attachments: message.attachments ?? [],
  };
}

/** The Message-ID of a delivery. */
export const messageIdOf = (deliveryId: string, domain: string): string => `<${deliveryId}@${domain}>`;

/** The delivery whose Message-ID this is, or null when it cannot be one of ours. */
export const deliveryOf = (messageId: string | null): string | null =>
  /^<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/i.exec(messageId?.trim() ?? '')?.[1]?.toLowerCase() ?? null;

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);

/** A name or subject cannot start a header of its own. */
const oneLine = (text: string) => text.replace(/[\r\n\u2028\u2029]+/g, ' ').trim();

function headersOf(message: EmailMessage): Record<string, string> {
  const answered = message.inReplyTo ? oneLine(message.inReplyTo) : null;
  return {
    [DELIVERY_HEADER]: message.deliveryId,
    'Content-Language': message.language,
    'Auto-Submitted': message.autoSubmitted ? 'auto-replied' : 'auto-generated',
    'X-Auto-Response-Suppress': 'OOF, AutoReply',
    ...(answered && { 'In-Reply-To': answered, References: answered }),
    ...unsubscribeHeaders(message),
  };
}

/** RFC 8058: a mail program's own button, which POSTs. The second way is a mail to us, which a person or our code acts on. */
function unsubscribeHeaders({ unsubscribeUrl, replyTo }: EmailMessage): Record<string, string> {
  if (!unsubscribeUrl) return {};
  const ways = [
    `<${oneLine(unsubscribeUrl)}>`,
    ...(replyTo ? [`<mailto:${oneLine(replyTo)}?subject=unsubscribe>`] : []),
  ];
  return { 'List-Unsubscribe': ways.join(', '), 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
