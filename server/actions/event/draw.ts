import { type AddressKeys, addressKeys } from '../../../db/address-hash.ts';
import type { KeptDraw, NewEventPerson } from '../../../db/commands/events.ts';
import type { Db } from '../../../db/connect.ts';
import { type PoolRow, poolRows, populationRows } from '../../../db/queries/event-pool.ts';
import { plusDays } from '../../../surveys/fieldwork/dates.ts';
import { drawBalanced, weightsOf } from '../../../surveys/groups/draw.ts';
import type { EventKind, EventPlan } from '../../../surveys/groups/event.ts';
import { type LoadRules, loadOf, loadRulesOn } from '../../../surveys/groups/load.ts';
import { cellOf, type LeftOut, leftOut } from '../../../surveys/groups/pool.ts';
import { type Band, bandsFor } from '../../../surveys/results/bands.ts';
import type { Deps } from '../../deps.ts';
import { landlordToday } from '../today.ts';

export interface Drawing {
  kind: EventKind;
  groupId: string | null;
  purpose: string;
  plan: EventPlan;
}

export interface Drawn {
  kept: KeptDraw;
  people: NewEventPerson[];
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The bands a draw is balanced by: the wide ones, for a draw is small. */
const bandsOn = (today: string): readonly Band[] => bandsFor(today, 0).bands;

/** Draws for an event under a new seed: who is asked, who stands in reserve, and who was left out and why. Writes nothing. */
export async function drawFor(tx: Db, deps: Deps, drawing: Drawing): Promise<Drawn> {
  const today = await landlordToday(tx, deps);
  const rules = loadRulesOn(today);
  const keys = await addressKeys(deps.env.secret);
  const rows = await poolRows(tx, choiceOf(drawing, { now: deps.clock.now(), today, rules, keys }));
  const { pool, counts } = judge(rows, drawing.plan, rules, bandsOn(today));
  const population = await populationOf(tx, drawing.plan, today);
  const seed = hex(deps.randomBytes(16));
  const people = peopleOf(deps, pool, { plan: drawing.plan, population, seed });
  return { kept: { plan: drawing.plan, seed, population, leftOut: counts, pool: pool.length }, people };
}

interface Moment {
  now: Date;
  today: string;
  rules: LoadRules;
  keys: AddressKeys;
}

const choiceOf = ({ kind, groupId, purpose, plan }: Drawing, { now, today, rules, keys }: Moment) => ({
  plan,
  purpose,
  groupId,
  joins: kind === 'join',
  now,
  today,
  loadSince: plusDays(today, -rules.days),
  keys,
});

/** Sorts the rows into those who may be drawn and, by reason, those who may not. */
function judge(rows: readonly PoolRow[], { balance, restDays }: EventPlan, rules: LoadRules, bands: readonly Band[]) {
  const pool: { id: string; cell: string }[] = [];
  const counts: Partial<Record<LeftOut, number>> = {};
  for (const row of rows) {
    const reason = leftOut({ ...row, overloaded: loadOf(row, rules).light === 'red' }, restDays);
    if (reason === null) pool.push({ id: row.residentId, cell: cellOf(row, balance, bands) });
    else counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return { pool, counts };
}

async function populationOf(tx: Db, plan: EventPlan, today: string): Promise<Record<string, number>> {
  const bands = bandsOn(today);
  const cells: Record<string, number> = {};
  for (const row of await populationRows(tx, { plan, today })) {
    const cell = cellOf(row, plan.balance, bands);
    cells[cell] = (cells[cell] ?? 0) + row.count;
  }
  return cells;
}

interface Balanced {
  plan: EventPlan;
  population: Readonly<Record<string, number>>;
  seed: string;
}

/** The draw itself, from what is kept of it: the same again gives the same people. */
export function drawAgain(
  pool: readonly { id: string; cell: string }[],
  { plan: { places, reserves, balance, chosen }, population, seed }: Balanced,
) {
  return drawBalanced(pool, { places, reserves, weights: weightsOf(population, balance, chosen), seed });
}

function peopleOf(deps: Deps, pool: readonly { id: string; cell: string }[], how: Balanced): NewEventPerson[] {
  const { drawn, reserves } = drawAgain(pool, how);
  const taken = new Set([...drawn, ...reserves].map(({ id }) => id));
  const rest = pool.filter(({ id }) => !taken.has(id));
  const rows = (list: readonly { id: string; cell: string }[], role: NewEventPerson['role']) =>
    list.map(({ id, cell }, at) => ({ id: deps.newId(), residentId: id, role, cell, place: at + 1 }));
  return [...rows(drawn, 'drawn'), ...rows(reserves, 'reserve'), ...rows(rest, 'not_drawn')];
}
