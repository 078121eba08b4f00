import { toBase64, utf8 } from '../../../channels/bytes.ts';

/** A reply as a mail program would write it. */
export interface Reply {
  id: string;
  from: string;
  to: string;
  subject: string;
  words: string;
  at: Date;
  /** What it answers, quoted under it. */
  quoted: string;
}

/** A header that may hold any letter (RFC 2047). */
const encoded = (text: string) => `=?utf-8?B?${toBase64(utf8(text.replace(/[\r\n]+/g, ' ')))}?=`;

const inLines = (base64: string) => base64.match(/.{1,76}/g)?.join('\r\n') ?? '';
const quote = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => `> ${line}`)
    .join('\r\n');

/** A whole mail (RFC 5322) of one plain part. Addresses must hold no line breaks. */
export function replyMail({ id, from, to, subject, words, at, quoted }: Reply): Uint8Array<ArrayBuffer> {
  const body = `${words}\r\n\r\nOn ${at.toUTCString()}, we wrote:\r\n${quote(quoted)}\r\n`;
  const headers = [
    `Message-ID: <${id}@practice.example.org>`,
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    `From: <${from}>`,
    `To: <${to}>`,
    `Subject: ${encoded(/^re:/i.test(subject) ? subject : `Re: ${subject}`)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  return utf8(`${headers.join('\r\n')}\r\n\r\n${inLines(toBase64(utf8(body)))}\r\n`);
}
