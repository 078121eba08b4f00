import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '../../db/connect.ts';
import { startEmbedded } from '../../db/embedded.node.ts';
import { migrateDatabase } from '../../db/migrate.node.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the test server's `postgres` database, whose user may create others. */
    adminUrl: string;
  }
}

/** Nothing of a test need survive a power cut. */
const hurried = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** Starts one Postgres for the run, with one migrated database named `base` that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'earshot-test-'));
  const embedded = await startEmbedded({ dataDir, settings: hurried });
  const adminUrl = embedded.url.replace(/\/[^/]*$/, '/postgres');
  const admin = connect(adminUrl, { max: 1 });
  await admin`create database base`;
  await migrateDatabase(embedded.url.replace(/\/[^/]*$/, '/base'));
  await admin.end();
  project.provide('adminUrl', adminUrl);
  return async () => {
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
