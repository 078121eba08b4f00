import { randomUUID } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { connect, type Db, type Pool } from '../../db/connect.ts';

export interface Clone {
  url: string;
  db: Pool;
  /** Closes the pool and drops the database, whoever is still connected. */
  drop(): Promise<void>;
}

async function administer(statement: (admin: Pool) => Promise<unknown>): Promise<void> {
  const admin = connect(inject('adminUrl'), { max: 1 });
  try {
    await statement(admin);
  } finally {
    await admin.end();
  }
}

/** A migrated, empty database of one's own (about 55 ms). For tests of claims, locks and processes, which commit. */
export async function cloneDatabase(): Promise<Clone> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const url = inject('adminUrl').replace(/\/[^/]*$/, `/${name}`);
  await administer((admin) => admin`create database ${admin(name)} template base`);
  const db = connect(url, { max: 10 });
  const drop = async () => {
    await db.end({ timeout: 1 });
    await administer((admin) => admin`drop database if exists ${admin(name)} with (force)`);
  };
  return { url, db, drop };
}

class RolledBack extends Error {}

let shared: Promise<Clone> | null = null;

async function sharedClone(): Promise<Clone> {
  shared ??= cloneDatabase();
  return shared;
}

/**
 * Makes a test body that runs in a transaction of the worker's own database and is rolled back (1.4 ms).
 * `test('counts', withRollback(async (db) => { ... }))`
 */
export function withRollback(body: (db: Db) => Promise<void>): () => Promise<void> {
  return async () => {
    const { db } = await sharedClone();
    const run = db.begin(async (tx) => {
      await body(tx);
      throw new RolledBack();
    });
    await run.catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
  };
}

afterAll(async () => {
  await (await shared)?.drop();
  shared = null;
});
