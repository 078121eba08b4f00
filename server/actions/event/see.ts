import {
  type EventPersonRow,
  type EventRow,
  eventById,
  eventRows,
  poolCells,
  poolOf,
} from '../../../db/queries/events.ts';
import { nextReserve, weightsOf } from '../../../surveys/groups/draw.ts';
import { type EventPlan, eventChecks, eventPlan } from '../../../surveys/groups/event.ts';
import { leftOutReasons, valuesOf } from '../../../surveys/groups/pool.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { wayOf } from '../group/see.ts';
import { displayAddress, displayName } from '../resident/name.ts';
import { landlordToday } from '../today.ts';
import { drawAgain } from './draw.ts';
import { freeReserves } from './next.ts';
import { peopleOf } from './people.ts';

function shownPerson(person: EventPersonRow, people: readonly EventPersonRow[], free: readonly EventPersonRow[]) {
  const { title, givenName, familyName, residentId, invitedAt } = person;
  const known = residentId !== null && givenName !== null && familyName !== null;
  const replaced = people.some(({ insteadOf }) => insteadOf === person.id);
  const needed = invitedAt !== null && !replaced && (person.reply === 'no' || unreached(person));
  const next = needed ? nextReserve(free, person.cell) : null;
  return {
    id: person.id,
    residentId,
    name: known ? displayName({ title, givenName, familyName }) : 'Somebody whose details were erased',
    address: displayAddress(person),
    role: person.role,
    values: valuesOf(person.cell),
    place: person.place,
    way: wayOf(person),
    accessNeeds: person.accessNeeds,
    invitedAt,
    status: person.status,
    channel: person.channel,
    reply: person.reply,
    repliedAt: person.repliedAt,
    replyMode: person.replyMode,
    replyBy: person.replyBy,
    replaced,
    next: next && { sameCell: next.cell === person.cell },
  };
}

/** Invited, and no attempt stands that reached or may reach them. */
const unreached = ({ invitedAt, status, reply }: EventPersonRow) =>
  invitedAt !== null && reply === null && (status === null || status === 'failed' || status === 'cancelled');

/** Each cell: its share of the people who live here (or of the balance that was chosen), how many could be asked, and how many were drawn. */
function cellsOf(
  event: EventRow,
  plan: EventPlan,
  pool: readonly { cell: string; count: number }[],
  people: readonly EventPersonRow[],
) {
  const weights = weightsOf(event.population, plan.balance, plan.chosen);
  const all = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const names = [...new Set([...Object.keys(weights), ...pool.map(({ cell }) => cell)])].sort();
  return names.map((cell) => ({
    values: valuesOf(cell),
    share: all === 0 ? 0 : (weights[cell] ?? 0) / all,
    pool: pool.find((each) => each.cell === cell)?.count ?? 0,
    drawn: people.filter((person) => person.role === 'drawn' && person.cell === cell).length,
    reserves: people.filter((person) => person.role === 'reserve' && person.cell === cell).length,
  }));
}

/** One event: whom the draw gave, cell by cell, who was left out and why, and what those who were asked said. Throws `not_found`. */
export async function seeEvent(deps: Deps, id: string) {
  const event = await eventById(deps.db, id);
  if (!event) throw problems.notFound('event');
  const plan = eventPlan.parse(event.plan);
  const people = await peopleOf(deps.db, deps, event);
  const free = freeReserves(people);
  const today = await landlordToday(deps.db, deps);
  const drawn = people.filter(({ role }) => role === 'drawn').length;
  return {
    ...event,
    plan,
    checks: event.sentAt === null ? eventChecks(event, today, drawn) : [],
    over: event.calledOffAt !== null || (event.heldOn ?? event.replyBy) < today,
    leftOut: leftOutReasons.flatMap((reason) => {
      const count = event.leftOut[reason] ?? 0;
      return count === 0 ? [] : [{ reason, count }];
    }),
    cells: cellsOf(event, plan, await poolCells(deps.db, id), people),
    people: people.map((person) => shownPerson(person, people, free)),
    reservesLeft: free.length,
  };
}

/** Draws an event again from its seed and what was kept of its pool, and says whether the same people come out. Throws `not_found`. */
export async function checkDraw({ db }: Deps, id: string) {
  const event = await eventById(db, id);
  if (!event) throw problems.notFound('event');
  const pool = await poolOf(db, id);
  const whole = pool.every(({ residentId }) => residentId !== null);
  const people = pool.flatMap(({ residentId, ...one }) => (residentId === null ? [] : [{ id: residentId, ...one }]));
  const again = drawAgain(people, { ...event, plan: eventPlan.parse(event.plan) });
  const same = (role: string, list: readonly { id: string }[]) =>
    people
      .filter((one) => one.role === role)
      .map((one) => one.id)
      .sort()
      .join() ===
    list
      .map((one) => one.id)
      .sort()
      .join();
  return {
    seed: event.seed,
    pool: pool.length,
    whole,
    same: same('drawn', again.drawn) && same('reserve', again.reserves),
  };
}

/** Events, newest first; one row past the limit. */
export const listEvents = ({ db }: Deps, groupId: string | undefined, after: readonly string[] | null, limit: number) =>
  eventRows(db, groupId, after, limit);
