import PostalMime, { type Address, type Email } from 'postal-mime';
import { toHex } from '../bytes.ts';
import { isAutoReply } from './auto-reply.ts';
import { type Bounce, readBounce } from './bounce.ts';
import { decodeAnyway, withLegacyCharset } from './charset.ts';
import { htmlToText } from './html-text.ts';

/** A mail that came in, read. */
export interface InboundMail {
  /** Its Message-ID, or one made of its bytes: the key by which a repeat is known. */
  messageId: string;
  /** The address that wrote, lower case; empty when the mail names none. */
  from: string;
  fromName: string;
  /** Everyone it was addressed to, the envelope first: one of them is our reply address. */
  to: readonly string[];
  subject: string;
  inReplyTo: string | null;
  /** The words: the plain part, or the HTML one as text. Quoted history still in it: see `stripReply`. */
  text: string;
  html: string | null;
  isAutoReply: boolean;
  isBounce: boolean;
  bounce: Bounce | null;
  /** The subject is a request to stop, as the unsubscribe button of a mail program writes it. */
  asksToStop: boolean;
  attachments: readonly { filename: string; contentType: string; size: number }[];
  receivedAt: Date;
}

/** What the server that took the mail knows beside it. */
export interface Arrival {
  receivedAt: Date;
  /** The recipients of the SMTP envelope. */
  envelopeTo?: readonly string[];
}

/** Reads one mail as it travelled (RFC 5322, MIME). Refuses nothing: what cannot be read as a mail is given as text. */
export async function readMail(raw: Uint8Array<ArrayBuffer>, arrival: Arrival): Promise<InboundMail> {
  const email = await parseLeniently(raw);
  return mailFrom(email, arrival, `sha256-${toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', raw)))}`);
}

/** Puts together what postal-mime found. Takes an id for a mail that has none. */
export function mailFrom(email: Email, arrival: Arrival, fallbackId: string): InboundMail {
  const bounce = readBounce(email);
  const plain = email.text?.trim() ? email.text : htmlToText(email.html ?? '');
  return {
    messageId: email.messageId?.trim() || `<${fallbackId}>`,
    from: addressesOf([email.from])[0] ?? '',
    fromName: email.from?.name ?? '',
    to: [...new Set([...lower(arrival.envelopeTo ?? []), ...recipientsOf(email)])],
    subject: email.subject ?? '',
    inReplyTo: email.inReplyTo?.trim() || null,
    text: plain,
    html: email.html ?? null,
    isAutoReply: bounce === null && isAutoReply(email),
    isBounce: bounce !== null,
    bounce,
    asksToStop: /^\s*(?:unsubscribe|stop)\s*$/i.test(email.subject ?? ''),
    attachments: email.attachments.map(({ filename, mimeType, content }) => ({
      filename: filename ?? '',
      contentType: mimeType,
      size: typeof content === 'string' ? content.length : content.byteLength,
    })),
    receivedAt: arrival.receivedAt,
  };
}

const recipientsOf = (email: Email): string[] => [
  ...addressesOf([...(email.to ?? []), ...(email.cc ?? [])]),
  ...lower(email.deliveredTo ? [email.deliveredTo.replace(/[<>]/g, '')] : []),
];

const lower = (addresses: readonly string[]) => addresses.map((address) => address.trim().toLowerCase());

const addressesOf = (addresses: readonly (Address | undefined)[]): string[] =>
  lower(addresses.flatMap((one) => (one?.group ? one.group.map(({ address }) => address) : (one?.address ?? []))));

/** Reads the mail; once more as windows-1252 when it claims UTF-8 and is not; and as bare text when nothing else works. */
async function parseLeniently(raw: Uint8Array<ArrayBuffer>): Promise<Email> {
  const email = await parse(raw);
  if (!email) return { headers: [], headerLines: [], attachments: [], text: decodeAnyway(raw) };
  if (!broken(email)) return email;
  const again = await parse(withLegacyCharset(raw));
  return again && !broken(again) ? again : email;
}

const broken = ({ text, html }: Email) => `${text ?? ''}${html ?? ''}`.includes('\ufffd');

/** A mail within a mail stays an attachment, so that it is never taken for what was written above it. */
const parse = (raw: Uint8Array<ArrayBuffer>): Promise<Email | null> =>
  PostalMime.parse(raw, { rfc822Attachments: true }).catch(() => null);
