import { join } from 'node:path';
import { startEmbedded } from '../db/embedded.node.ts';
import type { Env } from './env.ts';

/** The database of a process: one of the operator's, or the embedded one. */
export interface Database {
  url: string;
  embedded: boolean;
  stop(): Promise<void>;
  /** Settles when the embedded database ended by itself. */
  ended: Promise<void>;
}

const external = (url: string): Database => ({
  url,
  embedded: false,
  stop: async () => {},
  ended: new Promise<void>(() => {}),
});

/** Opens the database the environment names, or starts the embedded one. `share`: use one that a running server started. */
export async function openDatabase(env: Env, { share = false } = {}): Promise<Database> {
  if (env.databaseUrl) return external(env.databaseUrl);
  const embedded = await startEmbedded({ dataDir: join(env.dataDir), share });
  return { ...embedded, embedded: true };
}
