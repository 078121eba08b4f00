import { expect, test } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { holdings, nothingPersonal } from '../../db/holdings/index.ts';
import { withRollback } from '../support/database.ts';

const columnsOf = (db: Db) => db<{ table: string; columns: string[] }[]>`
  select table_name as table, array_agg(column_name::text order by ordinal_position) as columns
  from information_schema.columns where table_schema = 'public' group by table_name`;

test(
  'every table of the database is in the list of what is held on people, or says why it holds nothing',
  withRollback(async (db) => {
    const tables = (await columnsOf(db)).map(({ table }) => table);
    const known = [...holdings.map(({ table }) => table), ...Object.keys(nothingPersonal)];
    const missing = tables.filter((table) => !known.includes(table));
    expect(
      missing,
      `Add a line for each to db/holdings: to people.ts, messages.ts or answers.ts what a resident is shown of it and what erasure does with it; or to nothingPersonal in index.ts why it holds nothing about a resident.`,
    ).toEqual([]);
    expect(
      known.filter((table) => !tables.includes(table)),
      'These tables are gone: take their lines out.',
    ).toEqual([]);
    expect(known.length).toBe(new Set(known).size);
  }),
);

test(
  'every column of a table that holds something of people is shown to them, or says why not',
  withRollback(async (db) => {
    const columns = Object.fromEntries((await columnsOf(db)).map(({ table, columns: all }) => [table, all]));
    const forgotten = holdings.flatMap(({ table, whose, shown, unshown }) => {
      const said = `${whose} ${Object.values(shown?.columns ?? {}).join(' ')}`;
      return (columns[table] ?? [])
        .filter((column) => !new RegExp(`\\bt\\.${column}\\b`).test(said) && !(column in unshown))
        .map((column) => `${table}.${column}`);
    });
    expect(
      forgotten,
      'Add each to `columns` of its line in db/holdings with a label a resident understands, or to `unshown` with the reason.',
    ).toEqual([]);
  }),
);

test(
  'every table that points to a resident, a recipient, a frame member or a response is erased before what it points to',
  withRollback(async (db) => {
    const links = await db<{ from: string; to: string }[]>`
      select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint
      where contype = 'f' and confrelid::regclass::text in ('residents', 'recipients', 'frame_members', 'responses')`;
    const order = holdings.map(({ table }) => table);
    expect(links.length).toBeGreaterThan(10);
    const late = links.filter(({ from, to }) => from !== to && order.indexOf(from) > order.indexOf(to));
    expect(late).toEqual([]);
    expect(links.filter(({ from }) => !order.includes(from))).toEqual([]);
  }),
);
