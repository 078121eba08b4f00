import { isDatabaseAway, problems } from '../../problem.ts';

/** How long a provider is kept waiting for a database that went away, in all: Twilio gives up after 15 seconds. */
export const patience = { forMs: 10_000, eachMs: 250 } as const;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Throws when the time is over. What was begun may still end: the same message again then changes nothing. */
async function within<T>(ms: number, work: () => Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(problems.databaseAway()), ms);
  });
  try {
    return await Promise.race([work(), over]);
  } finally {
    clearTimeout(timer);
  }
}

/** Does `work`, and again while the database is away, until it is there or the time is over, however long each try takes; then throws. */
export async function waitForDatabase<T>(
  work: () => Promise<T>,
  { forMs, eachMs }: { forMs: number; eachMs: number } = patience,
): Promise<T> {
  const end = performance.now() + forMs;
  for (;;) {
    try {
      return await within(end - performance.now(), work);
    } catch (error) {
      if (!isDatabaseAway(error) || performance.now() + eachMs >= end) throw error;
      await pause(eachMs);
    }
  }
}
