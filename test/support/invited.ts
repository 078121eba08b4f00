import { insertRows } from '../../db/bulk.ts';
import type { Db } from '../../db/connect.ts';
import { drain } from '../../server/work/drain.ts';
import { makeWorld, residentId } from '../work/world.ts';
import { as, caller } from './api.ts';
import { staff, type TestDeps } from './deps.ts';

const at = new Date('2026-11-20T09:00:00Z');

/** Everything that is due goes out. */
export const sendAll = (deps: TestDeps) => drain(deps, { limit: 50, until: new Date('2030-01-01') });

export const officer = (deps: TestDeps) => caller(as(deps, staff('officer')));

/** Says that the first `count` residents are interested in repairs. */
export const putInterested = (db: Db, count: number) =>
  insertRows(
    db,
    'interests',
    Array.from({ length: count }, (_, n) => ({
      residentId: residentId(n + 1),
      topic: 'repairs',
      at,
      by: 'The resident',
    })),
  );

/** Ten residents in two areas who are interested in repairs. */
export async function interestedWorld(db: Db, changes: Parameters<typeof makeWorld>[1] = []): Promise<void> {
  const people = Array.from({ length: 10 }, (_, n) => ({ area: n % 2 ? 'Oak' : 'Elm', ...changes[n] }));
  await makeWorld(db, people);
  await putInterested(db, people.length);
}

export const focusGroup = {
  kind: 'focus_group',
  title: 'Repairs evening',
  about: 'What makes a good repair?',
  heldOn: '2026-12-14',
  startsAt: '18:30',
  place: 'Millbrook Hall',
  replyBy: '2026-12-07',
  plan: { places: 4, reserves: 2, topics: ['repairs'], balance: ['area'] },
} as const;

interface Person {
  id: string;
  residentId: string;
  role: string;
  values: string[];
  reply: string | null;
  replyMode: string | null;
  status: string | null;
  replaced: boolean;
  next: { sameCell: boolean } | null;
}
interface Seen {
  people: Person[];
  leftOut: { reason: string; count: number }[];
  cells: { values: string[]; share: number; pool: number; drawn: number; reserves: number }[];
  pool: number;
  seed: string;
  checks: string[];
}

/** Plans an event and gives what the officer sees of it. */
export function planner(deps: TestDeps) {
  const call = officer(deps);
  const see = async (id: string) => (await call(`GET /api/v1/events/${id}`)).body as Seen;
  const plan = async (event: object = focusGroup): Promise<string> => {
    const { body, status, text } = await call('POST /api/v1/events', { body: event });
    if (status !== 200) throw new Error(text);
    return (body as { id: string }).id;
  };
  const drawn = async (id: string) => (await see(id)).people.filter(({ role }) => role === 'drawn');
  return { call, see, plan, drawn };
}
