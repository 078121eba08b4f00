import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { connect } from '../../db/connect.ts';
import { migrateDatabase } from '../../db/migrate.node.ts';
import journal from '../../db/migrations/meta/_journal.json' with { type: 'json' };
import { isMigrated } from '../../db/queries/readiness.ts';

const [first] = journal.entries;
const statements = readFileSync(new URL(`../../db/migrations/${first?.tag}.sql`, import.meta.url), 'utf8').split(
  '--> statement-breakpoint',
);

test('a database of an earlier version is brought up to date, once, and only then is ready', async () => {
  const admin = connect(inject('adminUrl'), { max: 1 });
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await admin`create database ${admin(name)}`;
  const url = inject('adminUrl').replace(/\/[^/]*$/, `/${name}`);
  const db = connect(url, { max: 1 });
  try {
    for (const statement of statements) await db.unsafe(statement);
    await db`create schema drizzle`;
    await db`create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;
    await db`insert into drizzle.__drizzle_migrations (hash, created_at) values ('first', ${first?.when ?? 0})`;
    expect(await isMigrated(db)).toBe(journal.entries.length === 1);
    await Promise.all([migrateDatabase(url), migrateDatabase(url)]);
    expect(await isMigrated(db)).toBe(true);
    expect(await db`select count(*)::int as n from drizzle.__drizzle_migrations`).toEqual([
      { n: journal.entries.length },
    ]);
  } finally {
    await db.end();
    await admin`drop database ${admin(name)} with (force)`;
    await admin.end();
  }
});
