import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import { system } from '../../server/system.ts';
import { type Clone, cloneDatabase } from '../support/database.ts';
import { testClock, testDeps, testEnv } from '../support/deps.ts';
import { sid, startTwilio, twilioSignature } from '../support/standins/twilio.ts';
import { putSurvey } from '../support/survey.ts';
import { type RunningWorker, startWorker } from '../support/worker.ts';

const publicUrl = 'https://ask.example.org';
const path = '/webhooks/twilio/messages';
const numbers = { Node: '+447700900101', workerd: '+447700900102' } as const;

let clone: Clone;
let worker: RunningWorker;
let twilio: Awaited<ReturnType<typeof startTwilio>>;
let settings: Record<string, string>;

const nodeApp = () => {
  const { clock, newId } = system;
  const deps = testDeps({ db: clone.db, env: testEnv(settings), newId, clock: { ...testClock(), ...clock } });
  return createApp(deps, { assets: async () => null, addressOf: () => '127.0.0.1' });
};
const runtimes: Record<keyof typeof numbers, (init: RequestInit) => Promise<Response>> = {
  Node: async (init) => nodeApp().request(path, init),
  workerd: (init) => worker.ask(path, init),
};

beforeAll(async () => {
  mkdirSync('dist', { recursive: true });
  clone = await cloneDatabase();
  twilio = await startTwilio();
  const today = new Date().toISOString().slice(0, 10);
  const residents = Object.values(numbers).map((phone) => ({ phone }));
  await putSurvey(clone.db, { residents, opensOn: today, closesOn: '2099-12-31' });
  settings = {
    PUBLIC_URL: publicUrl,
    TWILIO_ACCOUNT_SID: twilio.accountSid,
    TWILIO_AUTH_TOKEN: twilio.authToken,
    TWILIO_FROM: twilio.from,
    TWILIO_BASE_URL: twilio.url,
  };
  worker = await startWorker(clone.url, settings);
});

afterAll(async () => {
  await worker?.close();
  await twilio?.close();
  await clone?.drop();
});

describe.each(['Node', 'workerd'] as const)('a text on %s', (name) => {
  const textFrom = (body: string, messageSid = sid('SM')) => ({
    MessageSid: messageSid,
    AccountSid: twilio.accountSid,
    From: numbers[name],
    To: twilio.from,
    Body: body,
    NumMedia: '0',
  });
  const send = (form: Record<string, string>, signature = twilioSignature(twilio.authToken, publicUrl + path, form)) =>
    runtimes[name]({
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
      body: new URLSearchParams(form).toString(),
    });

  test('is answered with the next question, and the very same text again with the very same words', async () => {
    const form = textFrom('1');
    const first = await send(form);
    const reply = await first.text();
    expect([first.status, reply]).toEqual([200, expect.stringContaining('How clean are the stairs?')]);
    expect(await (await send(form)).text()).toBe(reply);
    const kept = await clone.db`select done from inbound_messages where provider_id = ${form.MessageSid}`;
    expect(kept).toMatchObject([{ done: 'answered' }]);
    expect(await (await send(textFrom('2'))).text()).toContain('What should we mend first?');
  });

  test('that nobody signed is refused, and nothing of it is kept', async () => {
    const form = textFrom('1');
    const answer = await send(form, 'bm90IHNpZ25lZA==');
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'not_signed']);
    const kept = await clone.db`select 1 from inbound_messages where provider_id = ${form.MessageSid}`;
    expect(kept).toHaveLength(0);
  });
});
