import { isDatabaseAway } from '../../problem.ts';

/** How long a provider is kept waiting for a database that went away: Twilio gives up after 15 seconds. */
export const patience = { forMs: 10_000, eachMs: 250 } as const;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Does `work`, and again while the database is away, until it is there or patience is over; then throws what it last threw. */
export async function waitForDatabase<T>(
  work: () => Promise<T>,
  { forMs, eachMs }: { forMs: number; eachMs: number } = patience,
): Promise<T> {
  for (let waited = 0; ; waited += eachMs) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseAway(error) || waited >= forMs) throw error;
      await pause(eachMs);
    }
  }
}
