import { expect, test } from 'vitest';
import { multipart, rawForm } from '../../test/support/standins/sendgrid.ts';
import { readMultipart } from './multipart.ts';
import { readInboundParse } from './sendgrid-inbound.ts';

const receivedAt = new Date('2026-05-01T10:00:00Z');
const envelope = { from: 'n.khan@example.org', to: ['r-abc@reply.example.org'] };
const read = ({ body, contentType }: { body: Buffer; contentType: string }) =>
  readInboundParse(new Uint8Array(body), contentType, receivedAt);
const latin = (text: string) => Buffer.from(text, 'latin1');

test('reads a mail sent raw, in its own charset', async () => {
  const raw = latin(
    'From: n.khan@example.org\r\nMessage-ID: <1@x>\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\nCaf\xe9 \xa35\r\n',
  );
  const post = await read(rawForm(raw, envelope));
  expect(Buffer.from(post?.raw ?? [])).toEqual(raw);
  expect(post?.mail).toMatchObject({ messageId: '<1@x>', to: ['r-abc@reply.example.org'], receivedAt });
  expect(post?.mail.text.trim()).toBe('Café £5');
});

test('reads a mail taken apart, each field in its own charset', async () => {
  const headers =
    'Message-ID: <2@x>\nIn-Reply-To: <d@y>\nFrom: N Khan <N.Khan@example.org>\nTo: us@homes.example.org\nSubject: Re: Papers\nContent-Type: multipart/mixed; boundary="zz"\n';
  const post = await read(
    multipart([
      { name: 'headers', content: Buffer.from(headers) },
      { name: 'text', content: latin('Caf\xe9') },
      { name: 'html', content: Buffer.from('<p>Café</p>') },
      { name: 'charsets', content: Buffer.from('{"text":"iso-8859-1","html":"utf-8"}') },
      { name: 'envelope', content: Buffer.from(JSON.stringify(envelope)) },
      { name: 'attachment1', filename: 'wall.jpg', content: Buffer.from([1, 2, 13, 10, 3]) },
    ]),
  );
  expect(post?.mail).toMatchObject({
    messageId: '<2@x>',
    inReplyTo: '<d@y>',
    from: 'n.khan@example.org',
    fromName: 'N Khan',
    to: ['r-abc@reply.example.org', 'us@homes.example.org'],
    subject: 'Re: Papers',
    text: 'Café',
    html: '<p>Café</p>',
    attachments: [{ filename: 'wall.jpg', size: 5 }],
  });
});

test('a form without headers is put together from its fields', async () => {
  const post = await read(
    multipart([
      { name: 'from', content: Buffer.from('n.khan@example.org') },
      { name: 'subject', content: Buffer.from('Hello') },
      { name: 'text', content: Buffer.from('Yes') },
    ]),
  );
  expect(post?.mail).toMatchObject({ from: 'n.khan@example.org', subject: 'Hello', text: 'Yes' });
  expect(post?.mail.messageId).toMatch(/^<sha256-/);
});

test.each([
  ['no boundary', 'multipart/form-data', 'x'],
  ['another type', 'application/json', '{}'],
  ['a body without the boundary', 'multipart/form-data; boundary=zz', 'hello'],
  [
    'none of the fields',
    'multipart/form-data; boundary=zz',
    '--zz\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--zz--',
  ],
])('%s is no mail', async (_, contentType, body) => {
  expect(await readInboundParse(new TextEncoder().encode(body), contentType, receivedAt)).toBeNull();
});

test('a form keeps line breaks and dashes inside a field', () => {
  const { body, contentType } = multipart([{ name: 'text', content: Buffer.from('a\r\n--\r\nb\r\n') }]);
  const parts = readMultipart(new Uint8Array(body), contentType);
  expect(parts?.map(({ content }) => Buffer.from(content).toString())).toEqual(['a\r\n--\r\nb\r\n']);
});
