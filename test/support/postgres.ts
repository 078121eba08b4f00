import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../../db/connect.ts';
import { startEmbedded } from '../../db/embedded.node.ts';
import { migrateDatabase } from '../../db/migrate.node.ts';

export interface TestPostgres {
  /** Address of the `postgres` database, whose user may create others. */
  adminUrl: string;
  /** Address of a migrated, empty database named `base`: the template of clones. */
  baseUrl: string;
  stop(): Promise<void>;
}

/** Nothing of a test need survive a power cut. */
const hurried = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** Starts a Postgres of one's own in a temporary folder. `durable` leaves its defaults, for what is measured or proved. */
export async function startTestPostgres({ durable = false } = {}): Promise<TestPostgres> {
  const dataDir = mkdtempSync(join(tmpdir(), 'earshot-test-'));
  const embedded = await startEmbedded({ dataDir, settings: durable ? { max_connections: '200' } : hurried });
  const named = (name: string) => embedded.url.replace(/\/[^/]*$/, `/${name}`);
  const admin = connect(named('postgres'), { max: 1 });
  await admin`create database base`;
  await admin.end();
  await migrateDatabase(named('base'));
  return {
    adminUrl: named('postgres'),
    baseUrl: named('base'),
    async stop() {
      await embedded.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
