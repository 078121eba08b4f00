import { median, peakMb } from './load.ts';
import type { BenchResult } from './named.ts';

/** What some work took: seconds on the wall, and of this process's CPU. */
export interface Took {
  seconds: number;
  cpu: number;
}

export async function took(work: () => Promise<unknown>): Promise<Took> {
  const cpu = process.cpuUsage();
  const from = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { seconds: (performance.now() - from) / 1000, cpu: (user + system) / 1e6 };
}

/** Runs the limit and ours in turn, so many pairs after one that warms both up. Each is told which pair it is. */
export async function pairs<Limit, Ours>(
  count: number,
  limit: (pair: number) => Promise<Limit>,
  ours: (pair: number) => Promise<Ours>,
): Promise<{ limit: Limit; ours: Ours }[]> {
  const all: { limit: Limit; ours: Ours }[] = [];
  for (let pair = 0; pair <= count; pair++) {
    const both = { limit: await limit(pair), ours: await ours(pair) };
    if (pair > 0 || count === 0) all.push(both);
  }
  return all;
}

/** How many a second, ours over the limit's. */
export function speed(
  name: string,
  unit: string,
  n: number,
  all: readonly { limit: number; ours: number }[],
): BenchResult {
  const perSecond = (seconds: number) => Number((n / seconds).toFixed(1));
  return {
    name,
    ratio: Number(median(all.map(({ limit, ours }) => limit / ours)).toFixed(3)),
    ours: perSecond(median(all.map(({ ours }) => ours))),
    limit: perSecond(median(all.map(({ limit }) => limit))),
    unit: `${unit}/s`,
    n: n * all.length,
    rss_mb: peakMb(),
  };
}
