import { availabilities, comfortLevels, topics } from '../../surveys/groups/interests.ts';
import { insertRows } from '../bulk.ts';
import type { Db } from '../connect.ts';
import type { Home } from './people.ts';

/** One in so many told us what they are interested in: about what landlords of this size have on their lists. */
const oneIn = 7;

/** Writes what some residents are interested in, spread evenly over homes and topics, with how far they would go and when they can come. */
export async function loadInterests(db: Db, homes: readonly Home[], now: Date): Promise<void> {
  const people = homes.flatMap((home) => home.people).filter(({ status }) => status === 'current');
  const interested = people.filter((_, at) => at % oneIn === 0).map(({ id: residentId }, at) => ({ residentId, at }));
  await insertRows(
    db,
    'interests',
    interested.flatMap(({ residentId, at }) =>
      Array.from({ length: 1 + (at % 3) }, (_, n) => ({
        residentId,
        topic: topics[(at + n * 3) % topics.length],
        at: now,
        by: 'Demo',
      })),
    ),
  );
  const readiness = interested.map(({ residentId, at }) => ({
    residentId,
    level: comfortLevels[at % comfortLevels.length],
    when: availabilities[at % availabilities.length],
  }));
  await db`
    update residents r set comfort_level = x.level, availability = array[x."when"]
    from jsonb_to_recordset(${JSON.stringify(readiness)}::text::jsonb) x ("residentId" uuid, level int, "when" text)
    where r.id = x."residentId"`;
}
