import { expect, test, vi } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { isLostConnection } from '../../server/lost-connection.node.ts';
import { cloneDatabase } from '../support/database.ts';
import { startServer } from '../support/server.ts';

const wishes = { name: 'Bevan Rees', reach: 'bevan@example.org', postcode: 'MB1 1AA' };

/** Keeps whoever puts themselves forward waiting: before their statement is understood, and while it is carried out. */
const holds = [(tx: Db) => tx`lock table join_requests`, (tx: Db) => tx`select pg_advisory_xact_lock(1)`] as const;

async function startHeld() {
  const { db, url, drop } = await cloneDatabase();
  await db`create function held() returns trigger language plpgsql as
    'begin perform pg_advisory_xact_lock_shared(1); return new; end'`;
  await db`create trigger held before insert on join_requests for each row execute function held()`;
  const server = await startServer({ DATABASE_URL: url });
  const lines: string[] = [];
  server.child.stderr?.on('data', (text: string) => lines.push(text));
  const putForward = async () => {
    const body = new URLSearchParams(wishes);
    return (await fetch(`${server.url}/join`, { method: 'POST', body, redirect: 'manual' })).status;
  };
  return { db, drop, server, lines, putForward };
}

test('a server outlives a database that ends every connection in the middle of a transaction, and goes on at once', async () => {
  const { db, drop, server, lines, putForward } = await startHeld();
  const waiting = async () =>
    (await db`select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%join_requests%'`).length >
    0;
  try {
    for (const hold of holds) {
      await db.begin(async (tx) => {
        await hold(tx);
        const asked = putForward();
        await vi.waitUntil(waiting, { timeout: 20_000 });
        await tx`
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;
        expect(await asked).toBe(503);
      });
      const begun = performance.now();
      expect(await Promise.all([putForward(), putForward()])).toEqual([303, 303]);
      expect(performance.now() - begun).toBeLessThan(4000);
    }
    expect(server.child.exitCode).toBeNull();
    expect(lines.join('')).toContain('"event":"database_away","kind":"connection_lost"');
  } finally {
    await server.remove();
    await drop();
  }
}, 180_000);

test('no other fault is taken for a lost connection', () => {
  const like = new TypeError("Cannot read properties of null (reading 'write')");
  expect(isLostConnection(like)).toBe(false);
  like.stack = `${like}\n    at Immediate.nextWrite (file:///srv/node_modules/postgres/src/connection.js:255:22)`;
  expect(isLostConnection(like)).toBe(true);
  expect(isLostConnection(Object.assign(new TypeError('Not a function'), { stack: like.stack }))).toBe(false);
});
