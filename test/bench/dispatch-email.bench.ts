import { createTransport } from 'nodemailer';
import { smtpChannel } from '../../channels/email/smtp.ts';
import { connect, type Pool } from '../../db/connect.ts';
import { median } from '../support/load.ts';
import { pairs, speed, took } from '../support/measure.ts';
import type { BenchResult, Runnable } from '../support/named.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { startProcesses, untilSent } from './bare/processes.ts';
import { atOnce, makeSending } from './bare/sending.ts';
import { type Sinks, startSinks } from './bare/start-sinks.ts';

const secret = 'bench-'.repeat(8);

/** Invitations claimed, written in four languages, sent by mail and recorded; against nodemailer sending four that are written already, over as many connections to the same sink. */
const bench: Runnable<BenchResult> = async ({ small }) => {
  const [count, mails] = small ? [1, 40] : [5, 1000];
  const sinks = await startSinks();
  const postgres = await startTestPostgres({ durable: true });
  const db = connect(postgres.baseUrl, { max: 5 });
  const { makeDue, send, samples } = await makeSending(db, 'email', mails);
  const four = (await samples()).flatMap((message) => (message.kind === 'email' ? [message] : []));
  const transport = createTransport({
    url: sinks.smtpUrl,
    pool: true,
    maxConnections: 5,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  const channel = smtpChannel(
    { url: sinks.smtpUrl },
    { from: 'panel@example.org', replyDomain: 'reply.example.org', secret },
  );
  const bare = (turn: number) => {
    const mail = four[turn % four.length];
    if (mail === undefined) throw new Error('there is no sample');
    return transport.sendMail({
      from: { name: mail.fromName, address: 'panel@example.org' },
      to: mail.to,
      replyTo: mail.replyTo ?? '',
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${crypto.randomUUID()}@example.org>`,
      headers: {
        'List-Unsubscribe': `<${mail.unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    });
  };
  const measured = await pairs(
    count,
    () => took(() => atOnce(mails, 10, bare)),
    async () => {
      await makeDue(mails);
      return took(async () => {
        const sent = await send(channel);
        if (sent !== mails) throw new Error(`${sent} of ${mails} mails were sent`);
      });
    },
  );
  const two = await byTwo(count, mails, { postgres, db, sinks, makeDue });
  transport.close();
  await channel.close?.();
  await sinks.stop();
  await db.end();
  await postgres.stop();
  const of = (what: 'seconds' | 'cpu') => measured.map(({ limit, ours }) => ({ limit: limit[what], ours: ours[what] }));
  return [
    speed('dispatch-email', 'mails', mails, of('seconds')),
    speed('dispatch-email, CPU', 'mails of CPU', mails, of('cpu')),
    speed(
      'dispatch-email, two processes',
      'mails',
      mails,
      measured.map(({ limit }) => ({ limit: limit.seconds, ours: two })),
    ),
  ];
};

interface Field {
  postgres: { baseUrl: string };
  db: Pool;
  sinks: Sinks;
  makeDue(count: number): Promise<void>;
}

/** Seconds that two processes on one database take. */
async function byTwo(count: number, mails: number, { postgres, db, sinks, makeDue }: Field): Promise<number> {
  const processes = await startProcesses(2, postgres.baseUrl, sinks);
  const times: number[] = [];
  for (let round = 0; round <= count; round++) {
    await makeDue(mails);
    times.push(await untilSent(db));
  }
  await processes.end();
  return median(times.slice(1));
}

export default bench;
