import { expect, test } from 'vitest';
import { afterBody } from './after-body.ts';

const body = (pull: (controller: ReadableStreamDefaultController<Uint8Array>) => void) =>
  new Response(new ReadableStream({ pull }), { status: 201, headers: { 'x-kept': 'yes' } });

function counted(response: Response) {
  let times = 0;
  const given = afterBody(response, () => {
    times += 1;
  });
  return { given, done: () => times };
}

test('is done when the last piece was read, not before', async () => {
  let left = 2;
  const { given, done } = counted(
    body((controller) => (left-- > 0 ? controller.enqueue(new TextEncoder().encode('ab')) : controller.close())),
  );
  expect([given.status, given.headers.get('x-kept'), done()]).toEqual([201, 'yes', 0]);
  expect([await given.text(), done()]).toEqual(['abab', 1]);
});

test('is done at once without a body', () => {
  expect(counted(new Response(null, { status: 204 })).done()).toBe(1);
});

test('is done when nobody reads on, and when the body fails', async () => {
  const left = counted(body((controller) => controller.enqueue(new Uint8Array(1))));
  await left.given.body?.cancel();
  expect(left.done()).toBe(1);
  const failed = counted(body((controller) => controller.error(new Error('gone'))));
  await expect(failed.given.text()).rejects.toThrow('gone');
  expect(failed.done()).toBe(1);
});
