import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import type { PreparedMail } from './mail.ts';
import { canWrite, writeMail } from './mime.ts';

const mail = (changes: Partial<PreparedMail> = {}): PreparedMail => ({
  from: { name: 'Millbrook Homes', address: 'panel@example.org' },
  to: 'noor@example.org',
  envelopeFrom: 'b-1@reply.example.org',
  replyTo: 'r-1@reply.example.org',
  subject: 'Your home: 8 questions',
  text: 'Hello\n\nThank you\n',
  html: '<p style="color:#000">Hello</p>',
  messageId: '<11111111-0000-4000-8000-000000000001@example.org>',
  headers: { 'X-Earshot-Delivery': '1', 'List-Unsubscribe': '<https://a.example.org/u/1>, <mailto:r@example.org>' },
  attachments: [],
  ...changes,
});

const date = new Date('2026-11-23T09:05:00Z');
const read = (each: PreparedMail) => PostalMime.parse(writeMail(each, date));
/** Lines end as in a mail; a mail program adds one at the end of a part, and readers drop it. */
const lines = (text: string | undefined) => (text ?? '').replace(/\r\n?/g, '\n').replace(/\n+$/, '');

test('a mail is read as it was meant, headers and all', async () => {
  const got = await read(mail());
  expect(got).toMatchObject({
    from: { name: 'Millbrook Homes', address: 'panel@example.org' },
    to: [{ address: 'noor@example.org' }],
    replyTo: [{ address: 'r-1@reply.example.org' }],
    subject: 'Your home: 8 questions',
    messageId: '<11111111-0000-4000-8000-000000000001@example.org>',
    date: '2026-11-23T09:05:00.000Z',
  });
  expect(got.headers.find(({ key }) => key === 'list-unsubscribe')?.value).toBe(
    '<https://a.example.org/u/1>, <mailto:r@example.org>',
  );
});

test('whatever the words, in whatever script, they arrive as they are, in lines a mail may have', async () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.constantFrom(
      'ہم کیسے ہیں؟ '.repeat(30),
      `${'x'.repeat(75)}=é=3D`,
      'a \nb\t\n.\n..\n',
      'é'.repeat(200),
      `${' '.repeat(80)}.`,
    ),
  );
  await fc.assert(
    fc.asyncProperty(words, words, words, async (subject, text, html) => {
      const title = subject.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();
      const each = mail({ subject: title, text, html, from: { name: title, address: 'panel@example.org' } });
      const raw = writeMail(each, date);
      expect(raw.split('\r\n').every((line) => line.length <= 200 && /^[\t\x20-\x7e]*$/.test(line))).toBe(true);
      const got = await read(each);
      expect(got.subject ?? '').toBe(title);
      expect(lines(got.text)).toBe(lines(text.replace(/\r\n?/g, '\n')));
      expect(lines(got.html)).toBe(lines(html.replace(/\r\n?/g, '\n')));
    }),
    { numRuns: 200, seed: 11 },
  );
});

test('attachments, other scripts in an address, and what could start a header are left to the library', () => {
  const file = { filename: 'a.pdf', contentType: 'application/pdf', content: new Uint8Array(1) };
  expect(canWrite(mail())).toBe(true);
  expect(canWrite(mail({ attachments: [file] }))).toBe(false);
  expect(canWrite(mail({ to: 'nóor@example.org' }))).toBe(false);
  expect(canWrite(mail({ to: 'noor@example.org\r\nBcc: x@example.org' }))).toBe(false);
  expect(canWrite(mail({ headers: { 'In-Reply-To': '<1@example.org>\r\nX: y' } }))).toBe(false);
});
