import twilio from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient.js';
import { Pool } from 'undici';
import { twilioChannel } from '../../channels/sms/twilio.node.ts';
import { connect } from '../../db/connect.ts';
import { pairs, speed, took } from '../support/measure.ts';
import type { BenchResult, Runnable } from '../support/named.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { atOnce, makeSending } from './bare/sending.ts';
import { startSinks } from './bare/start-sinks.ts';

const accountSid = `AC${'0'.repeat(32)}`;
const account = { accountSid, authToken: 'bench-token', from: '+447700900001', messagingServiceSid: null };
const at = 20;

/** Twilio's own client as it comes, sent to the sink. */
class Redirected extends twilio.RequestClient {
  readonly #to: string;
  constructor(to: string) {
    super();
    this.#to = to;
  }
  override request<TData>(options: RequestClient.RequestOptions<TData>) {
    return super.request<TData>({ ...options, uri: options.uri.replace('https://api.twilio.com', this.#to) });
  }
}

/** Invitations claimed, written in four languages, sent by text and recorded; against a bare undici loop to the same sink, and the CPU of Twilio's client as it comes. */
const bench: Runnable<BenchResult> = async ({ small }) => {
  const [count, texts] = small ? [1, 40] : [5, 1000];
  const sinks = await startSinks();
  const postgres = await startTestPostgres({ durable: true });
  const db = connect(postgres.baseUrl, { max: 5 });
  const { makeDue, send, samples } = await makeSending(db, 'sms', texts);
  const four = (await samples()).flatMap((message) => (message.kind === 'sms' ? [message] : []));
  const pool = new Pool(sinks.textsUrl, { connections: 32 });
  const channel = twilioChannel({ ...account, baseUrl: sinks.textsUrl });
  const client = twilio(accountSid, account.authToken, { httpClient: new Redirected(sinks.textsUrl) });
  const sample = (turn: number) => {
    const text = four[turn % four.length];
    if (text === undefined) throw new Error('there is no sample');
    return text;
  };
  const bare = async (turn: number) => {
    const { to, body, callbackUrl } = sample(turn);
    const answer = await pool.request({
      method: 'POST',
      path: `/2010-04-01/Accounts/${accountSid}/Messages.json`,
      headers: {
        authorization: `Basic ${Buffer.from(`${accountSid}:${account.authToken}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ To: to, From: account.from, Body: body, StatusCallback: callbackUrl }).toString(),
    });
    return answer.body.json();
  };
  const sdk = (turn: number) => {
    const { to, body, callbackUrl: statusCallback } = sample(turn);
    return client.messages.create({ to, from: account.from, body, statusCallback });
  };
  const sdks: number[] = [];
  const measured = await pairs(
    count,
    async () => {
      sdks.push((await took(() => atOnce(texts, at, sdk))).cpu);
      return took(() => atOnce(texts, at, bare));
    },
    async () => {
      await makeDue(texts);
      return took(async () => {
        const sent = await send(channel);
        if (sent !== texts) throw new Error(`${sent} of ${texts} texts were sent`);
      });
    },
  );
  await pool.close();
  await channel.close?.();
  await sinks.stop();
  await db.end();
  await postgres.stop();
  const seconds = measured.map(({ limit, ours }) => ({ limit: limit.seconds, ours: ours.seconds }));
  const used = measured.map(({ ours }, pair) => ({ limit: sdks[pair + 1] ?? Number.NaN, ours: ours.cpu }));
  const cpu = speed('dispatch-text, CPU of the SDK', 'texts of CPU', texts, used);
  // Asked the other way round: ours is to take at most half of the SDK's.
  return [speed('dispatch-text', 'texts', texts, seconds), { ...cpu, ratio: Number((1 / cpu.ratio).toFixed(3)) }];
};

export default bench;
