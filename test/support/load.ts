import { Pool } from 'undici';

/** What some clients at once got done. */
export interface Load {
  /** Requests a second that were answered as hoped. */
  rate: number;
  /** Of 100 answers, 99 came within so many ms. */
  p99: number;
  n: number;
}

/** One request after another, as one client makes them. Gives false when it was not answered as hoped. */
export type Step = (pool: Pool) => Promise<boolean>;

/** Runs each client's steps, all clients at once, over as many connections. Throws when an answer was not as hoped. */
export async function runClients(url: string, clients: readonly (readonly Step[])[]): Promise<Load> {
  const pool = new Pool(url, { connections: clients.length, pipelining: 1 });
  const times: number[] = [];
  const client = async (steps: readonly Step[]) => {
    for (const step of steps) {
      const began = performance.now();
      if (!(await step(pool))) throw new Error(`${url} did not answer as hoped`);
      times.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(clients.map(client));
  const seconds = (performance.now() - began) / 1000;
  await pool.close();
  times.sort((a, b) => a - b);
  return { rate: times.length / seconds, p99: times[Math.floor(times.length * 0.99)] ?? 0, n: times.length };
}

/** A request whose body is read to its end; right when it has the status hoped for. */
export const request =
  (method: 'GET' | 'POST', path: string, hoped: number, body?: string, headers: Record<string, string> = {}): Step =>
  async (pool) => {
    const type = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await pool.request({
      method,
      path,
      headers: { ...type, ...headers },
      ...(body !== undefined && { body }),
    });
    await answer.body.text();
    return answer.statusCode === hoped;
  };

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Memory of this process and what it started is not ours to sum; this is the peak of this one, in MB. */
export const peakMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024);
