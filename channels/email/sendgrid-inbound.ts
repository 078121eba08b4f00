import PostalMime from 'postal-mime';
import { z } from 'zod';
import { toHex } from '../bytes.ts';
import { decodeAnyway } from './charset.ts';
import { type InboundMail, mailFrom, readMail } from './inbound.ts';
import { type FormPart, readMultipart } from './multipart.ts';

/** A mail by SendGrid's Inbound Parse: read, and what to keep of it. */
export interface ParsedPost {
  mail: InboundMail;
  /** The mail as it travelled, where SendGrid is set to send it so; else the form as it was posted. */
  raw: Uint8Array;
}

const envelope = z.object({ to: z.array(z.string()).catch([]) }).catch({ to: [] });
const charsets = z.record(z.string(), z.string()).catch({});

/**
 * Reads what Inbound Parse posts, raw ("Send Raw") or taken apart. Takes the body as bytes, for its fields come in their own
 * charsets, and the content type. Null when it is no such form.
 */
export async function readInboundParse(
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
  receivedAt: Date,
): Promise<ParsedPost | null> {
  const parts = readMultipart(body, contentType);
  if (!parts?.some(({ name }) => name === 'email' || name === 'headers' || name === 'from')) return null;
  const arrival = { receivedAt, envelopeTo: envelope.parse(json(textOf(parts, 'envelope'))).to };
  const raw = parts.find(({ name }) => name === 'email');
  if (raw) {
    const bytes = new Uint8Array(raw.content);
    return { mail: await readMail(bytes, arrival), raw: bytes };
  }
  const id = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', body)));
  const email = await PostalMime.parse(`${headersOf(parts)}\r\n\r\n`);
  const attachments = parts.filter(({ filename }) => filename !== null).map(attachmentOf);
  const words = { text: textOf(parts, 'text') || undefined, html: textOf(parts, 'html') || undefined };
  return { mail: mailFrom({ ...email, ...words, attachments }, arrival, `sha256-${id}`), raw: body };
}

/** The headers of the mail without those that describe its body; made up from the fields when SendGrid gave none. */
function headersOf(parts: readonly FormPart[]): string {
  const given = textOf(parts, 'headers').replace(/\r?\n/g, '\r\n').trimEnd();
  const made = ['from', 'to', 'subject'].map((name) => `${name}: ${textOf(parts, name).replace(/[\r\n]+/g, ' ')}`);
  return (given || made.join('\r\n')).replace(
    /^content-(?:type|transfer-encoding):[^\r\n]*(?:\r\n[ \t][^\r\n]*)*/gim,
    'X-Body: $&',
  );
}

function textOf(parts: readonly FormPart[], name: string): string {
  const part = parts.find((one) => one.name === name);
  if (!part) return '';
  if (name === 'charsets' || name === 'envelope') return decodeAnyway(part.content);
  return decodeAnyway(part.content, charsets.parse(json(textOf(parts, 'charsets')))[name]);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const attachmentOf = ({ filename, contentType, content }: FormPart) => ({
  filename,
  mimeType: contentType?.split(';')[0]?.trim().toLowerCase() ?? 'application/octet-stream',
  disposition: 'attachment',
  content,
});
