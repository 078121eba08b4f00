import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { replyAddress } from '../../channels/email/reply-address.ts';
import { createKey } from '../../server/actions/key/create.ts';
import { type Clone, cloneDatabase } from '../support/database.ts';
import { staff, testDeps } from '../support/deps.ts';
import { halo, putHalo } from '../support/halo.ts';
import { putResponses } from '../support/responses.ts';
import { putSurvey } from '../support/survey.ts';
import { type RunningWorker, startWorker } from '../support/worker.ts';

let clone: Clone;
let worker: RunningWorker;

beforeAll(async () => {
  mkdirSync('dist', { recursive: true });
  clone = await cloneDatabase();
  worker = await startWorker(clone.url);
});

afterAll(async () => {
  await worker?.close();
  await clone?.drop();
});

test('a Worker sends a file that is made while it is sent, to its last line', async () => {
  const fixture = await putSurvey(clone.db, { residents: Array.from({ length: 2500 }, () => ({})) });
  await putResponses(clone.db, fixture);
  const { secret } = await createKey(
    testDeps({ db: clone.db, newId: () => crypto.randomUUID() }),
    staff('administrator'),
    { name: 'X', scopes: ['exports:read'] },
  );
  const headers = { authorization: `Bearer ${secret}` };
  const answer = await worker.ask(`/api/v1/waves/${fixture.waveId}/responses.csv`, { headers });
  expect(answer.status).toBe(200);
  expect((await answer.text()).trim().split('\r\n')).toHaveLength(2501);
});

const mailTo = (to: string) =>
  `From: Noor <noor@example.org>\r\nTo: ${to}\r\nSubject: Re: papers\r\nMessage-ID: <${to.length}@example.org>\r\n\r\nI agree with item 1.\r\n`;

test('a mail handed to a Worker goes by its envelope, with no secret', async () => {
  await putHalo(clone.db);
  const to = await replyAddress('test-'.repeat(8), halo.recipientId, 'reply.example.org');
  expect(await worker.mail(to, mailTo('group@example.org'))).toBeNull();
  expect(await clone.db`select provider, done from inbound_messages`).toEqual([
    { provider: 'email', done: 'commented' },
  ]);
});

test('a mail is never sent back for a fault of ours: it is tried again', async () => {
  await clone.db`alter table inbound_messages rename to away`;
  await expect(worker.mail('b@example.org', mailTo('b@example.org'))).rejects.toThrow('exception');
  await clone.db`alter table away rename to inbound_messages`;
  expect(await worker.mail('b@example.org', mailTo('b@example.org'))).toBeNull();
  expect((await clone.db`select done from inbound_messages where from_address = 'noor@example.org'`).length).toBe(2);
});
