import { toBase64 } from '../bytes.ts';
import type { PreparedMail } from './mail.ts';

/** Letters of a line of quoted-printable or base64 at most (RFC 2045), and of an encoded word's content: 45 bytes are 60 letters. */
const lineLength = 76;
const wordBytes = 45;

const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);
const utf8 = new TextEncoder();

/** Whether `writeMail` can write a mail: the rest (attachments, addresses in other scripts) is left to the mail library, which takes three times as long. */
export const canWrite = ({ attachments, from, to, replyTo, headers }: PreparedMail): boolean =>
  attachments.length === 0 &&
  [from.address, to, replyTo ?? ''].every((address) => /^[^\s<>"(),:;\\[\]]*$/.test(address) && isPlain(address)) &&
  Object.entries(headers).every((pair) => pair.every(isPlain));

/** A mail as it travels: headers, then its words as plain text and as HTML (RFC 5322, 2046). */
export function writeMail(mail: PreparedMail, date: Date): string {
  const boundary = `=_${mail.messageId.replace(/[^0-9A-Za-z]/g, '').slice(0, 50)}`;
  const headers = [
    ['From', `${inWords(mail.from.name, true)} <${mail.from.address}>`],
    ['To', mail.to],
    ...(mail.replyTo ? [['Reply-To', mail.replyTo]] : []),
    ['Subject', inWords(mail.subject, false)],
    ['Message-ID', mail.messageId],
    ['Date', date.toUTCString().replace('GMT', '+0000')],
    ...Object.entries(mail.headers).map(([name, value]) => [name, value.replaceAll(', <', ',\r\n <')]),
    ['MIME-Version', '1.0'],
    ['Content-Type', `multipart/alternative; boundary="${boundary}"`],
  ];
  const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const parts = [part('text/plain', mail.text), part('text/html', mail.html)];
  return `${head}\r\n${parts.map((each) => `--${boundary}\r\n${each}\r\n`).join('')}--${boundary}--\r\n`;
}

/** Words of a header: as they are where they may be, else in encoded words (RFC 2047) that never cut a letter in two. */
function inWords(text: string, quoted: boolean): string {
  if (isPlain(text) && text.length < 60 && !text.includes('=?'))
    return quoted ? `"${text.replace(/["\\]/g, '\\$&')}"` : text;
  const words: string[] = [];
  let word = '';
  for (const letter of text) {
    if (word !== '' && utf8.encode(word + letter).length > wordBytes) {
      words.push(word);
      word = '';
    }
    word += letter;
  }
  return [...words, word].map((each) => `=?UTF-8?B?${toBase64(utf8.encode(each))}?=`).join('\r\n ');
}

/** Mostly ASCII goes as quoted-printable: base64 makes filters suspicious of it. Other scripts would be three times as long so. */
function part(type: string, text: string): string {
  const lines = text.replace(/\r\n?|\n/g, '\r\n');
  const odd = lines.match(/[^\t\r\n\x20-\x7e]/g)?.length ?? 0;
  const { by, body } = odd * 6 > lines.length ? foldedBase64(lines) : quotedPrintable(lines);
  return `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: ${by}\r\n\r\n${body}`;
}

const foldedBase64 = (text: string) => ({
  by: 'base64',
  body: toBase64(utf8.encode(text)).replace(/.{76}(?!$)/g, '$&\r\n'),
});

const hexOf = (letter: string): string =>
  Array.from(utf8.encode(letter), (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** A mail has few letters that must be coded, again and again. */
const coded = new Map<string, string>();
const mostCoded = 10_000;

function codedOf(letter: string): string {
  const known = coded.get(letter);
  if (known !== undefined) return known;
  const hex = hexOf(letter);
  if (coded.size < mostCoded) coded.set(letter, hex);
  return hex;
}

const quotedPrintable = (text: string) => ({
  by: 'quoted-printable',
  body: text
    .replaceAll('=', '=3D')
    .replace(/[^\t\r\n\x20-\x7e]/gu, codedOf)
    .replace(/[\t ](?=\r\n|$)/g, codedOf)
    .split('\r\n')
    .map(softly)
    .join('\r\n'),
});

/** Breaks a long line where nobody will see it, and never within a coded letter. */
function softly(line: string): string {
  if (line.length <= lineLength) return line;
  const pieces: string[] = [];
  let from = 0;
  while (line.length - from > lineLength) {
    let to = from + lineLength - 1;
    if (line[to - 1] === '=') to -= 1;
    else if (line[to - 2] === '=') to -= 2;
    pieces.push(`${line.slice(from, to)}=`);
    from = to;
  }
  return [...pieces, line.slice(from)].join('\r\n');
}
