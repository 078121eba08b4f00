import { createTestHarness } from 'wrangler';

export interface RunningWorker {
  ask(path: string, init?: RequestInit): Promise<Response>;
  /** Runs the cron trigger. */
  tick(): Promise<void>;
  /** Hands over a mail as Email Routing does. Gives why it was sent back for good, or null; throws where the handler did. */
  mail(to: string, raw: string): Promise<string | null>;
  close(): Promise<void>;
}

/** Starts server/worker.ts in workerd over a database, as wrangler.toml has it. */
export async function startWorker(databaseUrl: string, vars: Record<string, string> = {}): Promise<RunningWorker> {
  process.env.CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE = databaseUrl;
  process.env.WRANGLER_SEND_METRICS = 'false';
  const harness = createTestHarness({
    workers: [
      { configPath: './wrangler.toml', vars: { SECRET: 'test-'.repeat(8), LAUNCH_DELAY_MINUTES: '0', ...vars } },
    ],
  });
  const { url } = await harness.listen();
  return {
    ask: (path, init) => fetch(new URL(path, url), { redirect: 'manual', ...init }),
    async tick() {
      const { outcome } = await harness.getWorker().scheduled({ cron: '* * * * *' });
      if (outcome !== 'ok') throw new Error(`The cron trigger ended as ${outcome}`);
    },
    async mail(to, raw) {
      const { outcome, rejectReason } = await harness.getWorker().email({ from: 'noor@example.org', to, raw });
      if (outcome !== 'ok') throw new Error(`The mail handler ended as ${outcome}`);
      return rejectReason ?? null;
    },
    close: () => harness.close(),
  };
}
