import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bounceAddress, readBounceAddress, readReplyAddress, replyAddress } from './reply-address.ts';

const secret = 'a secret of at least thirty-two characters';
const id = '0190f000-0000-7000-8000-00000000000a';

test('goes there and back for every id, in any case', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uuid(), async (uuid) => {
      const address = await replyAddress(secret, uuid, 'Reply.Example.org');
      expect(address).toMatch(/^r-[a-z2-7]{42}@reply\.example\.org$/);
      expect(await readReplyAddress(secret, address.toUpperCase())).toBe(uuid.toLowerCase());
    }),
    { numRuns: 50 },
  );
});

test('reads an address in angle brackets', async () => {
  expect(await readReplyAddress(secret, ` <${await replyAddress(secret, id, 'reply.example.org')}> `)).toBe(id);
});

test('knows no address of another secret, use or id', async () => {
  const address = await replyAddress(secret, id, 'reply.example.org');
  expect(await readReplyAddress(`${secret}!`, address)).toBeNull();
  expect(await readBounceAddress(secret, address)).toBeNull();
  expect(await readReplyAddress(secret, address.replace(/^r/, 'b'))).toBeNull();
  expect(await readBounceAddress(secret, address.replace(/^r/, 'b'))).toBeNull();
  const other = (char: string) => (char === 'a' ? 'b' : 'a');
  for (let at = 2; at < 44; at += 1) {
    const forged = address.slice(0, at) + other(address[at] ?? '') + address.slice(at + 1);
    const read = await readReplyAddress(secret, forged);
    // The last letter of the id holds two bits of padding, which carry nothing.
    expect(read === null || (at === 27 && read === id)).toBe(true);
  }
});

test.each(['', 'panel@homes.example.org', 'r-@reply.example.org', 'r-short@reply.example.org'])(
  '%o is not ours',
  async (address) => {
    expect(await readReplyAddress(secret, address)).toBeNull();
  },
);

test('a bounce address carries the delivery', async () => {
  const address = await bounceAddress(secret, id, 'reply.example.org');
  expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
  expect(await readBounceAddress(secret, address)).toBe(id);
});

test('only a uuid can be carried', async () => {
  await expect(replyAddress(secret, 'mrs-khan', 'reply.example.org')).rejects.toThrow(TypeError);
});
