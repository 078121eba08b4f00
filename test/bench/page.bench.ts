import { brotliCompressSync } from 'node:zlib';
import { type Browser, chromium as playwright } from '@playwright/test';
import { connect } from '../../db/connect.ts';
import { chromium } from '../support/chromium.ts';
import { median, peakMb } from '../support/load.ts';
import type { BenchResult, Runnable } from '../support/named.ts';
import { startTestPostgres } from '../support/postgres.ts';
import { startServer } from '../support/server.ts';
import { putSurvey } from '../support/survey.ts';
import { startBare } from './bare/start.ts';

/** A slow phone on a slow network, as Lighthouse has it: a quarter of the speed, 1.6 Mbit/s, 150 ms there and back. */
const slow = { offline: false, downloadThroughput: 200_000, uploadThroughput: 93_750, latency: 150 };
const mostKb = 15;

const phone = { width: 360, height: 640 };
const large = { width: 1280, height: 800 };

interface Visit {
  ms: number;
  bytes: number;
  /** Whether it asked for the form of large screens. */
  form: boolean;
}

/** Opens a page afresh on the slow phone, or on a screen as slow; gives ms until the first words could be read, and bytes of the document. */
async function visit(browser: Browser, url: string, viewport = phone): Promise<Visit> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  let form = false;
  page.on('request', (request) => {
    form ||= request.url().includes('/assets/form-');
  });
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', slow);
  await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const response = await page.goto(url, { waitUntil: 'load' });
  const ms = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          for (const entry of list.getEntriesByName('first-contentful-paint')) resolve(entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  const body = (await response?.body()) ?? Buffer.alloc(0);
  await context.close();
  return { ms, bytes: body.length, form };
}

interface Pair {
  ours: number;
  bare: number;
}

const readable = (name: string, pairs: readonly Pair[]): BenchResult => ({
  name,
  ratio: Number(median(pairs.map((pair) => pair.ours / pair.bare)).toFixed(3)),
  ours: Math.round(median(pairs.map((pair) => pair.ours))),
  limit: Math.round(median(pairs.map((pair) => pair.bare))),
  unit: 'ms',
  n: pairs.length,
  rss_mb: peakMb(),
});

const bench: Runnable<BenchResult> = async ({ small }) => {
  const rounds = small ? 1 : 7;
  const postgres = await startTestPostgres({ durable: true });
  const db = connect(postgres.baseUrl);
  const today = new Date().toISOString().slice(0, 10);
  const { people } = await putSurvey(db, { opensOn: today, closesOn: '2099-12-31' });
  await db`analyze`;
  const path = `/s/${people[0]?.code}`;
  const env = { DATABASE_URL: postgres.baseUrl, SECRET: 'bench-'.repeat(8) };
  const bare = await startBare(env);
  await db`insert into bare_codes select code from invitations`;
  const ours = await startServer(env);
  const browser = await playwright.launch(await chromium());
  const pairs: Pair[] = [];
  const widePairs: Pair[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round++) {
    const limit = await visit(browser, bare.url + path);
    const mine = await visit(browser, ours.url + path);
    if (mine.form) throw new Error('A phone asked for the form of large screens.');
    const wide = await visit(browser, ours.url + path, large);
    if (!wide.form) throw new Error('A large screen did not ask for its form.');
    pairs.push({ ours: mine.ms, bare: limit.ms });
    widePairs.push({ ours: wide.ms, bare: (await visit(browser, bare.url + path, large)).ms });
    bytes = mine.bytes;
  }
  const html = Buffer.from(await (await fetch(ours.url + path)).arrayBuffer());
  await browser.close();
  await Promise.all([ours.remove(), bare.stop()]);
  await db.end();
  await postgres.stop();
  const kb = Number((bytes / 1024).toFixed(1));
  const packed = Number((brotliCompressSync(html).length / 1024).toFixed(1));
  return [
    readable('page, first question readable', pairs),
    readable('page, first question readable, large screen', widePairs),
    {
      name: 'page, before script, as sent',
      ratio: Number((kb / mostKb).toFixed(3)),
      ours: kb,
      limit: mostKb,
      unit: 'KB',
      n: 1,
      rss_mb: peakMb(),
    },
    {
      name: 'page, before script, brotli',
      ratio: Number((packed / mostKb).toFixed(3)),
      ours: packed,
      limit: mostKb,
      unit: 'KB',
      n: 1,
      rss_mb: peakMb(),
    },
  ];
};

export default bench;
