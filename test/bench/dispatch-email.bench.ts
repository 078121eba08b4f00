import { createTransport } from 'nodemailer';
import { smtpChannel } from '../../channels/email/smtp.ts';
import { connect } from '../../db/connect.ts';
import { pairs, speed, took } from '../support/measure.ts';
import type { BenchResult, Runnable } from '../support/named.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { atOnce, makeSending } from './bare/sending.ts';
import { startSinks } from './bare/start-sinks.ts';

const secret = 'bench-'.repeat(8);

/** Invitations claimed, written in four languages, sent by mail and recorded; against nodemailer sending four that are written already, over as many connections to the same sink. */
const bench: Runnable<BenchResult> = async ({ small }) => {
  const [count, mails] = small ? [1, 40] : [5, 2000];
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
  transport.close();
  await channel.close?.();
  await sinks.stop();
  await db.end();
  await postgres.stop();
  const of = (what: 'seconds' | 'cpu') => measured.map(({ limit, ours }) => ({ limit: limit[what], ours: ours[what] }));
  return [
    speed('dispatch-email', 'mails', mails, of('seconds')),
    speed('dispatch-email, CPU', 'mails of CPU', mails, of('cpu')),
  ];
};

export default bench;
