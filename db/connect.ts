import postgres from 'postgres';
import { renewed } from './renewed.ts';
import { types } from './types.ts';

/** A pool, or one transaction of it. Columns come back in camelCase; what is inside jsonb is left as it is. */
export type Db = postgres.Sql | postgres.TransactionSql;
export type Pool = postgres.Sql;

export interface ConnectOptions {
  /** Most connections at once. Twenty serve 32 busy clients; a Worker request needs five. */
  max?: number;
  /** Hears what Postgres says beside an answer ("relation exists, skipping"). Silent when left out. */
  onNotice?: (message: string) => void;
}

/** A database that does not answer is given up in time for whoever waits, and looked for again within a second. */
const patience = { connectSeconds: 5, mostBackoffSeconds: 1 } as const;

/** Opens a lazy pool on a Postgres address. Nothing is sent until the first statement. */
export function connect(url: string, { max = 20, onNotice = () => {} }: ConnectOptions = {}): Pool {
  return renewed((onLost) =>
    postgres(url, {
      max,
      fetch_types: false,
      connect_timeout: patience.connectSeconds,
      // Connections are not ended for their age: the driver tells of that as it does of a loss.
      max_lifetime: null,
      backoff: (retries) => Math.min(0.1 * 2 ** retries, patience.mostBackoffSeconds),
      types,
      onclose: onLost,
      onnotice: (notice) => onNotice(notice.message ?? ''),
      transform: {
        undefined: null,
        column: { from: postgres.toCamel, to: postgres.fromCamel },
      },
    }),
  );
}

const isPool = (db: Db): db is Pool => 'begin' in db;

/** The last savepoint of each transaction: they share one connection, so the next waits for it. */
const savepoints = new WeakMap<Db, Promise<unknown>>();

/** Runs `work` in one transaction, or in a savepoint when `db` is already one; rolls back when it throws. */
export async function transaction<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  const run = (tx: postgres.TransactionSql) => work(tx);
  if (isPool(db)) return (await db.begin(run)) as T;
  const before = savepoints.get(db) ?? Promise.resolve();
  const mine = before.then(() => db.savepoint(run)) as Promise<T>;
  savepoints.set(
    db,
    mine.catch(() => {}),
  );
  return mine;
}
