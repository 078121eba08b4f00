import { connect } from '../db/connect.ts';
import { startEmbedded } from '../db/embedded.node.ts';
import { migrateDatabase } from '../db/migrate.node.ts';
import { compileAgain } from './actions/questionnaire/compile-again.ts';
import type { Env } from './env.ts';
import { isDatabaseAway } from './problem.ts';

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
  const embedded = await startEmbedded({ dataDir: env.dataDir, share });
  return { ...embedded, embedded: true };
}

/** Makes again what an older compiler of ours made. */
async function compileForms(url: string): Promise<void> {
  const db = connect(url, { max: 1 });
  try {
    await compileAgain(db);
  } finally {
    await db.end();
  }
}

/** Brings a database up to date. Throws a sentence for the operator when it does not answer. */
export async function bringUpToDate({ url }: Database): Promise<void> {
  try {
    await migrateDatabase(url);
    await compileForms(url);
  } catch (error) {
    const cause = error instanceof Error && error.cause ? error.cause : error;
    if (!isDatabaseAway(cause)) throw error;
    throw new Error(`The database at ${new URL(url).host} does not answer. Check DATABASE_URL, and that it runs.`);
  }
}
