import { type JoinRequestRow, joinMatches, joinRequestRows, type Match } from '../../../db/queries/join-requests.ts';
import { isTopic } from '../../../surveys/groups/interests.ts';
import type { Deps } from '../../deps.ts';
import { displayAddress, displayName } from '../resident/name.ts';
import { landlordToday } from '../today.ts';

const suggested = (match: Match) => ({
  residentId: match.residentId,
  name: displayName(match),
  address: displayAddress(match),
  byAddress: match.byAddress,
});

function shown(request: JoinRequestRow, matches: readonly Match[]) {
  const { residentTitle: title, residentGivenName: givenName, residentFamilyName: familyName } = request;
  const known = givenName !== null && familyName !== null;
  return {
    ...request,
    topics: request.topics.filter(isTopic),
    residentName: known ? displayName({ title, givenName, familyName }) : null,
    matches: matches.filter(({ requestId }) => requestId === request.id).map(suggested),
  };
}

/** People who put themselves forward, newest first, each with whom they may be; one row past the limit. */
export async function seeJoinRequests(deps: Deps, open: boolean, after: readonly string[] | null, limit: number) {
  const rows = await joinRequestRows(deps.db, open, after, limit);
  const ids = open ? rows.map(({ id }) => id) : [];
  const matches = ids.length === 0 ? [] : await joinMatches(deps.db, ids, await landlordToday(deps.db, deps));
  return rows.map((row) => shown(row, matches));
}
