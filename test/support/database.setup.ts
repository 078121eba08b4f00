import type { TestProject } from 'vitest/node';
import { startTestPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the test server's `postgres` database, whose user may create others. */
    adminUrl: string;
  }
}

/** Starts one Postgres for the run; every test file clones its migrated database. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres();
  project.provide('adminUrl', postgres.adminUrl);
  return postgres.stop;
}
