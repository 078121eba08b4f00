import { connect } from '../../db/connect.ts';
import { newState } from '../../surveys/interview/state.ts';
import { step } from '../../surveys/interview/step.ts';
import type { Input } from '../../surveys/interview/types.ts';
import { type Load, median, peakMb, request, runClients, type Step } from '../support/load.ts';
import type { BenchResult, Runnable } from '../support/named.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { startServer } from '../support/server.ts';
import { sid, startTwilio, twilioSignature } from '../support/standins/twilio.ts';
import { putSurvey, smallForm } from '../support/survey.ts';
import { startBare } from './bare/start.ts';

/** A survey answered by text: start, one choice, several, 0 to 10, own words in a text, and done. */
const texts = ['1', '1', '1', '9', 'More light in the stairs', 'DONE'];
const clients = 8;

/** Numbers of no use on a real network, as many as a benchmark needs. */
const numberOf = (place: number) => `+4477${String(10_000_000 + place)}`;

const bench: Runnable<BenchResult> = async ({ small }) => {
  const rounds = small ? 1 : 5;
  const phonesEach = small ? 1 : 10;
  const twilio = await startTwilio({ authToken: 'bench-token' });
  const postgres = await startTestPostgres({ durable: true });
  const db = connect(postgres.baseUrl);
  const today = new Date().toISOString().slice(0, 10);
  const residents = Array.from({ length: (rounds + 1) * clients * phonesEach }, (_, i) => ({ phone: numberOf(i) }));
  await putSurvey(db, { residents, opensOn: today, closesOn: '2099-12-31' });
  await db`analyze`;
  const signedUrl = 'http://bare.invalid/text';
  const bare = await startBare({ DATABASE_URL: postgres.baseUrl, TOKEN: twilio.authToken, SIGNED_URL: signedUrl });
  const ours = await startServer({
    DATABASE_URL: postgres.baseUrl,
    SECRET: 'bench-'.repeat(8),
    TWILIO_ACCOUNT_SID: twilio.accountSid,
    TWILIO_AUTH_TOKEN: twilio.authToken,
    TWILIO_FROM: twilio.from,
    TWILIO_BASE_URL: twilio.url,
  });
  const signed = (path: string, url: string, from: string, body: string): Step => {
    const form = {
      MessageSid: sid('SM'),
      AccountSid: twilio.accountSid,
      From: from,
      To: twilio.from,
      Body: body,
      NumMedia: '0',
    };
    const headers = { 'x-twilio-signature': twilioSignature(twilio.authToken, url, form) };
    return request('POST', path, 200, new URLSearchParams(form).toString(), headers);
  };
  const numbers = residents.map(({ phone }) => phone);
  const measured: { ours: Load; bare: Load }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const phones = Array.from({ length: clients }, () => numbers.splice(0, phonesEach));
    const talk = (path: string, url: string) =>
      phones.map((own) => own.flatMap((from) => texts.map((body) => signed(path, url, from, body))));
    const webhook = '/webhooks/twilio/messages';
    const both = {
      bare: await runClients(bare.url, talk('/text', signedUrl)),
      ours: await runClients(ours.url, talk(webhook, `${ours.url}${webhook}`)),
    };
    if (round > 0) measured.push(both);
  }
  const [finished] = await db<{ n: number }[]>`select count(*)::int as n from responses where state = 'complete'`;
  if (finished?.n !== residents.length)
    throw new Error(`${finished?.n} of ${residents.length} surveys were finished by text`);
  await Promise.all([ours.remove(), bare.stop(), twilio.close()]);
  await db.end();
  await postgres.stop();
  return [summary(measured), engineStep(small)];
};

function summary(rounds: readonly { ours: Load; bare: Load }[]): BenchResult {
  const ours = median(rounds.map((r) => r.ours.rate));
  const limit = median(rounds.map((r) => r.bare.rate));
  const ratio = Number(median(rounds.map((r) => r.ours.rate / r.bare.rate)).toFixed(3));
  const n = rounds.reduce((sum, r) => sum + r.ours.n, 0);
  return {
    name: 'inbound-text',
    ratio,
    ours: Math.round(ours),
    limit: Math.round(limit),
    unit: 'texts/s',
    n,
    rss_mb: peakMb(),
  };
}

/** CPU of one step of the interview, against the goal of 0.1 ms. */
function engineStep(small: boolean): BenchResult {
  const inputs: Input[] = [
    { type: 'start' },
    { type: 'answer', question: 'stairs', value: 'clean' },
    { type: 'answer', question: 'mend', value: ['lift'] },
    { type: 'answer', question: 'recommend', value: 9 },
    { type: 'answer', question: 'words', value: 'More light' },
  ];
  const times = small ? 100 : 20_000;
  const began = process.cpuUsage();
  for (let round = 0; round < times; round++) {
    let state = newState('en');
    for (const input of inputs)
      state = step(smallForm, state, input, { mode: 'text', at: '2026-11-22T10:00:00Z', by: null }).state;
  }
  const { user, system } = process.cpuUsage(began);
  const n = times * inputs.length;
  const ours = Number(((user + system) / 1000 / n).toFixed(5));
  return {
    name: 'inbound-text, engine step',
    ratio: Number((ours / 0.1).toFixed(4)),
    ours,
    limit: 0.1,
    unit: 'CPU-ms',
    n,
    rss_mb: peakMb(),
  };
}

export default bench;
