import { connect } from '../../db/connect.ts';
import { type Load, median, peakMb, request, runClients, type Step } from '../support/load.ts';
import { dueMany, inviteMany, makeMany } from '../support/many.ts';
import { pairs } from '../support/measure.ts';
import type { BenchResult, Runnable } from '../support/named.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { startServer } from '../support/server.ts';
import { startTwilio, twilioSignature } from '../support/standins/twilio.ts';
import { startBare } from './bare/start.ts';

const now = new Date();

/** Signed reports of texts that were taken: kept, applied and answered after the commit; against one that inserts a row for each. */
const bench: Runnable<BenchResult> = async ({ small }) => {
  const [count, clients, each] = small ? [1, 2, 3] : [5, 32, 60];
  const twilio = await startTwilio({ authToken: 'bench-token' });
  const postgres = await startTestPostgres({ durable: true });
  const db = connect(postgres.baseUrl);
  const people = (count + 1) * clients * each;
  await makeMany(db, people);
  await inviteMany(db, people, now);
  await dueMany(db, { from: 1, to: people, channel: 'sms', now });
  await db`update deliveries set status = 'accepted', provider = 'twilio', provider_id = 'SM' || replace(id::text, '-', ''), claimed_at = ${now}, accepted_at = ${now}`;
  await db.unsafe('vacuum analyze');
  const signedUrl = 'http://bare.invalid/status';
  const bare = await startBare({ DATABASE_URL: postgres.baseUrl, TOKEN: twilio.authToken, SIGNED_URL: signedUrl });
  const ours = await startServer({
    DATABASE_URL: postgres.baseUrl,
    SECRET: 'bench-'.repeat(8),
    TWILIO_ACCOUNT_SID: twilio.accountSid,
    TWILIO_AUTH_TOKEN: twilio.authToken,
    TWILIO_FROM: twilio.from,
    TWILIO_BASE_URL: twilio.url,
  });
  const ids = (await db<{ id: string }[]>`select id from deliveries order by due_at`).map(({ id }) => id);
  const signed = (path: string, url: string, id: string): Step => {
    const form = {
      MessageSid: `SM${id.replaceAll('-', '')}`,
      AccountSid: twilio.accountSid,
      MessageStatus: 'delivered',
      From: twilio.from,
    };
    const headers = { 'x-twilio-signature': twilioSignature(twilio.authToken, url, form) };
    return request('POST', path, 204, new URLSearchParams(form).toString(), headers);
  };
  const stepsOf = (pair: number, step: (id: string) => Step) =>
    Array.from({ length: clients }, (_, client) => {
      const from = (pair * clients + client) * each;
      return ids.slice(from, from + each).map(step);
    });
  const webhook = (id: string) => `/webhooks/twilio/status?delivery=${id}`;
  const measured = await pairs(
    count,
    (pair) =>
      runClients(
        bare.url,
        stepsOf(pair, (id) => signed('/status', signedUrl, id)),
      ),
    (pair) =>
      runClients(
        ours.url,
        stepsOf(pair, (id) => signed(webhook(id), ours.url + webhook(id), id)),
      ),
  );
  const [moved] = await db<{ n: number }[]>`select count(*)::int as n from deliveries where status = 'delivered'`;
  if (moved?.n !== people) throw new Error(`${moved?.n} of ${people} reports were applied`);
  await Promise.all([ours.remove(), bare.stop(), twilio.close()]);
  await db.end();
  await postgres.stop();
  const rate = (of: 'ours' | 'limit') =>
    Math.round(median(measured.map((one: Record<'ours' | 'limit', Load>) => one[of].rate)));
  return {
    name: 'receipts',
    ratio: Number(median(measured.map((one) => one.ours.rate / one.limit.rate)).toFixed(3)),
    ours: rate('ours'),
    limit: rate('limit'),
    unit: 'reports/s',
    n: clients * each * count,
    rss_mb: peakMb(),
  };
};

export default bench;
