import { connect } from '../../db/connect.ts';
import { type Load, median, peakMb, request, runClients, type Step } from '../support/load.ts';
import type { BenchResult, Runnable } from '../support/named.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { startServer } from '../support/server.ts';
import { putSurvey } from '../support/survey.ts';
import { startBare } from './bare/start.ts';

/** A survey answered on the web without script: the page by its code, the form posted, five times over. */
const answers = ['stairs=clean', 'mend=lift', 'recommend=9', 'words=More+light'].map((pair) => {
  const [question = '', value = ''] = pair.split('=');
  return `question=${question}&answer=${value}`;
});

const walk = (code: string): Step[] =>
  answers.flatMap((body) => [request('GET', `/s/${code}`, 200), request('POST', `/s/${code}`, 303, body)]);

interface Round {
  ours: Load;
  bare: Load;
}

const bench: Runnable<BenchResult> = async ({ small }) => {
  const rounds = small ? 1 : 5;
  const surveysEach = small ? 2 : 12;
  const sizes = small ? [2] : [8, 32];
  const postgres = await startTestPostgres({ durable: true });
  const db = connect(postgres.baseUrl);
  const today = new Date().toISOString().slice(0, 10);
  const needed = sizes.reduce((sum, clients) => sum + clients, 0) * surveysEach * (rounds + 1);
  const residents = Array.from({ length: needed }, () => ({}));
  const { people } = await putSurvey(db, { residents, opensOn: today, closesOn: '2099-12-31' });
  await db`analyze`;
  const env = { DATABASE_URL: postgres.baseUrl, SECRET: 'bench-'.repeat(8) };
  const bare = await startBare(env);
  await db`insert into bare_codes select code from invitations`;
  const ours = await startServer(env);
  const codes = people.map(({ code }) => code);
  const take = (clients: number) => Array.from({ length: clients }, () => codes.splice(0, surveysEach).flatMap(walk));
  const results: BenchResult[] = [];
  for (const clients of sizes) {
    const measured: Round[] = [];
    for (let round = 0; round <= rounds; round++) {
      const steps = take(clients);
      const both = { bare: await runClients(bare.url, steps), ours: await runClients(ours.url, steps) };
      if (round > 0) measured.push(both);
    }
    results.push(...summary(clients, measured));
  }
  await ours.remove();
  await bare.stop();
  await db.end();
  await postgres.stop();
  return results;
};

/** The first round of each size warms both up and is thrown away. */
function summary(clients: number, rounds: readonly Round[]): BenchResult[] {
  const rates = { ours: median(rounds.map((r) => r.ours.rate)), limit: median(rounds.map((r) => r.bare.rate)) };
  const waits = { ours: median(rounds.map((r) => r.ours.p99)), limit: median(rounds.map((r) => r.bare.p99)) };
  const n = rounds.reduce((sum, r) => sum + r.ours.n, 0);
  const ratio = (of: (r: Round) => number) => Number(median(rounds.map(of)).toFixed(3));
  const round = ({ ours, limit }: typeof rates) => ({ ours: Number(ours.toFixed(1)), limit: Number(limit.toFixed(1)) });
  return [
    {
      name: `submit-web, ${clients} clients`,
      ratio: ratio((r) => r.ours.rate / r.bare.rate),
      ...round(rates),
      unit: 'requests/s',
      n,
      rss_mb: peakMb(),
    },
    {
      name: `submit-web, ${clients} clients, p99`,
      ratio: ratio((r) => r.ours.p99 / r.bare.p99),
      ...round(waits),
      unit: 'ms',
      n,
      rss_mb: peakMb(),
    },
  ];
}

export default bench;
