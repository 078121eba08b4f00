import {
  type Interested,
  type InterestFilter,
  interestedById,
  interestedRows,
  topicCounts,
} from '../../../db/queries/interests.ts';
import { isTopic, topics } from '../../../surveys/groups/interests.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { displayName } from '../resident/name.ts';
import { landlordToday } from '../today.ts';

/** A row as staff see it; topics we no longer know are left out. */
const shown = ({ title, givenName, ...row }: Interested) => ({
  ...row,
  givenName,
  name: displayName({ title, givenName, familyName: row.familyName }),
  topics: row.topics.filter(isTopic),
});

/** The register of interests by name: one row past the limit. */
export async function seeInterests(
  deps: Deps,
  filter: InterestFilter,
  page: { after: readonly string[] | null; limit: number },
) {
  const today = await landlordToday(deps.db, deps);
  return (await interestedRows(deps.db, filter, { today, ...page })).map(shown);
}

/** How many of the register name each topic, in the order of the topics. */
export async function countTopics({ db }: Deps) {
  const counts = new Map((await topicCounts(db)).map(({ topic, count }) => [topic, count]));
  return { items: topics.map((topic) => ({ topic, count: counts.get(topic) ?? 0 })) };
}

/** What one resident is interested in. Throws `not_found`. */
export async function seeInterest(deps: Deps, residentId: string) {
  const row = await interestedById(deps.db, residentId, await landlordToday(deps.db, deps));
  if (!row) throw problems.notFound('resident');
  return shown(row);
}
