import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { jobs } from '../../server/work/drain.ts';
import { lives } from '../../server/work/end.ts';
import { withRollback } from '../support/database.ts';
import { connected, inField, provider, work } from './field.ts';
import { residentId } from './world.ts';

const source = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Every state that the statements of these files write or ask for. */
function statesIn(column: string, ...paths: string[]): string[] {
  const found = paths.flatMap((path) => {
    const text = source(path);
    const words = new RegExp(`\\b${column} (?:=|in|<>|is distinct from) \\(?((?:'[a-z_]+'(?:, )?)+)`, 'g');
    return [...text.matchAll(words)]
      .flatMap(([, list = '']) => [...list.matchAll(/'([a-z_]+)'/g)])
      .map(([, one]) => one);
  });
  return [...new Set(found.flatMap((one) => one ?? []))].sort();
}

const states: Record<keyof typeof lives, string[]> = {
  deliveries: statesIn(
    'status',
    ...['claim', 'settle', 'unknown', 'deliveries', 'print', 'ends', 'dispositions'].map(
      (name) => `db/commands/${name}.ts`,
    ),
  ),
  print_batches: statesIn('state', 'db/commands/print.ts', 'db/queries/today.ts'),
  imports: statesIn('state', 'db/commands/imports.ts', 'db/commands/ends.ts'),
  inbound_messages: [...source('db/schema/inbound.ts').matchAll(/What was done with it: ([^.]+)\./g)].flatMap(
    ([, list = '']) => list.split(', '),
  ),
};

test('every state that is written anywhere has an end, and whoever brings it about', () => {
  const looksAfter = new Set([...Object.keys(jobs), 'person']);
  for (const [table, known] of Object.entries(states)) {
    const table_ = lives[table as keyof typeof lives] as Record<string, 'final' | { by: string; end: string }>;
    expect(known.length, table).toBeGreaterThan(3);
    const ofOthers = table === 'deliveries' ? ['current', 'closed', 'paused', 'open'] : ['complete'];
    for (const state of known.filter((each) => !ofOthers.includes(each))) {
      expect(Object.keys(table_), `${table} may stand at ${state}`).toContain(state);
    }
    for (const [state, life] of Object.entries(table_)) {
      if (life === 'final') continue;
      expect(looksAfter, `${table}.${state}`).toContain(life.by);
      expect(life.end, `${table}.${state}`).not.toBe('');
    }
  }
});

test('a state that nobody looks after would be found', () => {
  expect(statesIn('status', 'db/commands/unknown.ts')).toEqual(['accepted', 'failed', 'sent', 'unknown']);
  expect(Object.keys(lives.print_batches).sort()).toEqual(states.print_batches);
  expect(Object.keys(lives.imports).sort()).toEqual(states.imports);
});

const ends = (db: Db) => db<{ status: string; ended: string | null; nextAction: string | null }[]>`
  select status, ended, next_action from deliveries order by id`;

test(
  'what a provider took and never reported on counts as sent after three days, and a late report is still heard',
  withRollback(async (db) => {
    const deps = await connected(db, [{ preferredChannel: 'sms' }, {}], {
      sms: provider('sms'),
      email: provider('email'),
    });
    await work(deps);
    deps.clock.advance({ days: 2 });
    await work(deps);
    expect((await ends(db)).map(({ status, ended }) => [status, ended])).toEqual([
      ['accepted', null],
      ['accepted', null],
    ]);
    deps.clock.advance({ days: 1, minutes: 20 });
    await work(deps);
    expect(await db`select channel, status, ended, next_action from deliveries order by channel`).toEqual([
      { channel: 'email', status: 'sent', ended: 'nothing_back', nextAction: null },
      {
        channel: 'sms',
        status: 'sent',
        ended: 'no_receipt',
        nextAction: 'No report came within three days: it counts as sent.',
      },
    ]);
    expect(await db`select distinct disposition from invitations`).toEqual([{ disposition: 'sent' }]);
  }),
);

test(
  'what is due for a wave that is over, or waits in vain for a week, is cancelled with a name',
  withRollback(async (db) => {
    const deps = await inField(db, [{}, {}]);
    await db`update waves set status = 'paused'`;
    await db`update deliveries set kind = 'link', step = null where id = (select id from deliveries order by id desc limit 1)`;
    await db`update residents set demo = false`;
    deps.clock.advance({ days: 6 });
    await work(deps);
    expect((await ends(db)).map(({ status }) => status)).toEqual(['due', 'due']);
    deps.clock.advance({ days: 1, minutes: 20 });
    await work(deps);
    expect((await ends(db)).map(({ status, ended }) => [status, ended])).toEqual([
      ['due', null],
      ['cancelled', 'too_late'],
    ]);
    await db`update waves set status = 'closed'`;
    deps.clock.advance({ minutes: 20 });
    await work(deps);
    expect((await ends(db))[0]).toEqual({
      status: 'cancelled',
      ended: 'too_late',
      nextAction: 'The wave closed before it was sent.',
    });
  }),
);

test(
  'what may have gone and nobody decided about stays unknown, and stops asking after a month',
  withRollback(async (db) => {
    const deps = await inField(db, [{}]);
    await db`update deliveries set status = 'unknown', claimed_at = ${deps.clock.now()}`;
    deps.clock.advance({ days: 30, minutes: 20 });
    await work(deps);
    expect((await ends(db)).map(({ status, ended }) => [status, ended])).toEqual([['unknown', 'undecided']]);
  }),
);

test(
  'an import that nobody went on with is stopped, and says so',
  withRollback(async (db) => {
    const deps = await inField(db, [{}]);
    const made = { filename: 'r.csv', by: 'Priya', at: deps.clock.now(), counts: {}, rejects: [] };
    await insertRows(db, 'imports', [
      { ...made, id: residentId(71), state: 'matching' },
      { ...made, id: residentId(72), state: 'checked', checkedAt: deps.clock.now() },
    ]);
    deps.clock.advance({ days: 31 });
    await work(deps);
    expect(await db`select distinct state, fault from imports`).toEqual([
      { state: 'stopped', fault: 'Nobody went on with it within thirty days. Bring the file in again.' },
    ]);
  }),
);
