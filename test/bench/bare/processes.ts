import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Pool } from '../../../db/connect.ts';
import type { WorkSettings } from '../../proof/support/work.ts';
import { nodeFlags } from '../../support/node-flags.ts';
import { sendingAt } from './sending.ts';
import type { Sinks } from './start-sinks.ts';

const script = fileURLToPath(new URL('../../proof/support/worker.ts', import.meta.url));

/** Processes that work off the ledger as those of the product do, through the sinks. */
export async function startProcesses(count: number, databaseUrl: string, { smtpUrl, textsUrl }: Sinks) {
  const settings: WorkSettings = {
    databaseUrl,
    variables: {
      SECRET: 'bench-'.repeat(8),
      PUBLIC_URL: 'https://ask.example.org',
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: 'bench-token',
      TWILIO_FROM: '+447700900001',
      TWILIO_BASE_URL: textsUrl,
      SMTP_URL: smtpUrl,
      MAIL_FROM: 'panel@example.org',
      MAIL_REPLY_DOMAIN: 'reply.example.org',
      TEXTS_A_SECOND: '10000',
      TEXTS_A_DAY: '10000000',
      EMAILS_A_SECOND: '10000',
      EMAILS_A_DAY: '10000000',
    },
    clock: { shows: sendingAt.getTime() + 60_000, at: Date.now() },
    limit: 100,
  };
  const children = Array.from({ length: count }, () =>
    spawn(process.execPath, [...nodeFlags, script, JSON.stringify(settings)], { stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  await Promise.all(children.map(({ stdout }) => once(createInterface(stdout), 'line')));
  /** Ends them. Gives the most memory one of them held, in MB. */
  const end = async () => Math.max(...(await Promise.all(children.map(endOne))));
  return { end };
}

async function endOne(child: ChildProcess): Promise<number> {
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.kill('SIGTERM');
  await once(child, 'close');
  return (JSON.parse(said.trim()) as { rssMb: number }).rssMb;
}

/** Seconds until everything that is due has gone. */
export async function untilSent(db: Pool): Promise<number> {
  const from = performance.now();
  for (;;) {
    const rows = await db`select from deliveries where status in ('due', 'claimed') limit 1`;
    if (rows.length === 0) return (performance.now() - from) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
