import { once } from 'node:events';
import { serve } from '@hono/node-server';
import { connect } from '../../db/connect.ts';
import { createApp } from '../../server/app.ts';
import type { ProofResult, Runnable } from '../support/named.ts';
import { startTestPostgres, type TestPostgres } from '../support/postgres.ts';
import { freePort } from '../support/server.ts';
import type { AcceptedText } from '../support/standins/twilio-rules.ts';
import { workOff } from './support/clear-up.ts';
import { compare } from './support/compare.ts';
import { type Field, startField } from './support/field.ts';
import { workDeps } from './support/work.ts';

type Report = readonly [status: string, code?: number];

/** In which order what became of each text is reported. `early`: when it is taken, while the answer that tells us so is held back. */
const orders: Readonly<Record<string, { early?: boolean; reports: readonly Report[] }>> = {
  'receipts-twice': { reports: [['sent'], ['sent'], ['delivered'], ['delivered']] },
  'receipts-unordered': { reports: [['delivered'], ['queued'], ['sent'], ['sending']] },
  'receipts-early': { early: true, reports: [['delivered'], ['sent']] },
  'receipts-after-failure': { reports: [['undelivered', 30003], ['delivered'], ['failed', 30003]] },
};

/** Texts that are reported on at once. */
const atOnce = 20;

async function report(field: Field, texts: readonly AcceptedText[], reports: readonly Report[]): Promise<void> {
  const waiting = [...texts];
  const one = async () => {
    for (let text = waiting.shift(); text !== undefined; text = waiting.shift())
      for (const [status, code] of reports) {
        const answer = await field.twilio.report(text, status, code);
        if (answer.status !== 204) throw new Error(`A report was answered with ${answer.status}: ${answer.body}`);
      }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

/** How the ledger has a text. */
async function standingOf({ db }: Field, { deliveryId }: AcceptedText): Promise<string> {
  const [row] = await db<{ status: string }[]>`select status from deliveries where id = ${deliveryId}`;
  return row?.status ?? 'not there';
}

/** A report that came before our own record found the text claimed, and moved it on before the provider had answered us. */
const cameFirst = 'claimed, then delivered';

async function prove(name: string, postgres: TestPostgres, people: number): Promise<ProofResult> {
  const { early = false, reports } = orders[name] ?? { reports: [] };
  const port = await freePort();
  const stood: string[] = [];
  const field: Field = await startField(postgres, {
    people,
    texts: true,
    publicUrl: `http://127.0.0.1:${port}`,
    async onTaken(text) {
      if (!early || text === undefined) return;
      const before = await standingOf(field, text);
      await report(field, [text], reports);
      stood.push(`${before}, then ${await standingOf(field, text)}`);
    },
  });
  const settings = field.settings();
  const deps = workDeps(settings, connect(settings.databaseUrl, { max: 10 }));
  const app = createApp(deps, { assets: async () => null, addressOf: () => '127.0.0.1' });
  const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });
  await once(server, 'listening');
  try {
    await workOff(field);
    if (!early) await report(field, field.twilio.accepted, reports);
    const { unknownOf: _, ok, ...result } = await compare(field);
    const ends = await field.db<{ status: string; kept: number }[]>`
      select d.status, count(distinct (r.delivery_id, r.event_id))::int as kept
      from deliveries d left join receipts r on r.delivery_id = d.id group by d.status`;
    const kept = people * new Set(reports.map(String)).size;
    const settled = ends.length === 1 && ends[0]?.status === 'delivered' && ends[0].kept === kept;
    if (!settled) console.error(`${name}: ${JSON.stringify(ends)}, ${kept} reports were to be kept`);
    const first = stood.filter((how) => how === cameFirst).length;
    const inOrder = first === (early ? people : 0);
    if (!inOrder)
      console.error(`${name}: ${first} of ${people} were reported on before our own record: ${[...new Set(stood)]}`);
    return { name, ok: ok && settled && inOrder, ...result };
  } finally {
    server.close();
    await deps.db.end({ timeout: 1 });
    await field.close();
  }
}

/** Reports that come twice, in any order, before our own record and after a failure: each text ends as far as it was reported, each report kept once. */
const proof: Runnable<ProofResult> = async ({ small }) => {
  const postgres = await startTestPostgres({ durable: true });
  const results: ProofResult[] = [];
  try {
    for (const name of Object.keys(orders)) results.push(await prove(name, postgres, small ? 40 : 1000));
  } finally {
    await postgres.stop();
  }
  return results;
};

export default proof;
