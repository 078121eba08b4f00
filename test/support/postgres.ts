import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../db/embedded.node.ts';
import { copyPrepared } from './prepared.ts';

export interface TestPostgres {
  /** Address of the `postgres` database, whose user may create others. */
  adminUrl: string;
  /** Address of a migrated, empty database named `base`: the template of clones. */
  baseUrl: string;
  stop(): Promise<void>;
}

/**
 * Nothing of a test need survive a power cut. Autovacuum would count tables as empty between tests that are rolled back: a plan for no rows
 * takes minutes over the thousands that the next test puts in.
 */
const hurried = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
};

/** Starts a Postgres of one's own in a temporary folder. `durable` leaves its defaults, for what is measured or proved. */
export async function startTestPostgres({ durable = false } = {}): Promise<TestPostgres> {
  const dataDir = mkdtempSync(join(tmpdir(), 'earshot-test-'));
  await copyPrepared(dataDir);
  const embedded = await startEmbedded({ dataDir, settings: durable ? { max_connections: '200' } : hurried });
  const named = (name: string) => embedded.url.replace(/\/[^/]*$/, `/${name}`);
  return {
    adminUrl: named('postgres'),
    baseUrl: named('base'),
    async stop() {
      await embedded.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
