import { learnInterests } from '../../../db/commands/interests.ts';
import { decideJoin, insertJoinMessage } from '../../../db/commands/join-requests.ts';
import { joinGroup } from '../../../db/commands/memberships.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { groupById } from '../../../db/queries/groups.ts';
import { type JoinRequestRow, joinRequestLocked } from '../../../db/queries/join-requests.ts';
import { landlordFacts } from '../../../db/queries/landlord.ts';
import { residentById } from '../../../db/queries/residents.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { landlordToday } from '../today.ts';
import { decidedWords } from './words.ts';

async function openRequest(tx: Db, id: string): Promise<JoinRequestRow> {
  const request = await joinRequestLocked(tx, id);
  if (!request) throw problems.notFound('request');
  if (request.outcome !== null) throw problems.conflict('decided_already', 'Somebody dealt with this already.');
  return request;
}

/** Tells them at the address they gave. */
async function tell(tx: Db, deps: Deps, { id, channel, language }: JoinRequestRow, outcome: 'matched' | 'declined') {
  const landlord = await landlordFacts(tx);
  if (landlord === null) return;
  const message = { id: deps.newId(), joinRequestId: id, channel, language, at: deps.clock.now() };
  const words = decidedWords(landlord, { channel, language }, outcome);
  await insertJoinMessage(tx, { ...message, kind: 'acknowledgement', ...words });
}

/**
 * Says which resident somebody is who put themselves forward: their interests go into the register, and where a group is given they are in
 * it from today. They are told. Throws `not_found` and `decided_already`.
 */
export async function matchRequest(
  deps: Deps,
  actor: Actor,
  id: string,
  { residentId, groupId, note }: { residentId: string; groupId: string | null; note: string },
): Promise<void> {
  await transaction(deps.db, async (tx) => {
    const request = await openRequest(tx, id);
    if (!(await residentById(tx, residentId))) throw problems.notFound('resident');
    const at = deps.clock.now();
    const { topics, comfortLevel } = request;
    await learnInterests(tx, residentId, { topics, comfortLevel, at, by: 'The resident' });
    if (groupId !== null) {
      if (!(await groupById(tx, groupId))) throw problems.notFound('group');
      await joinGroup(tx, { groupId, residentId, day: await landlordToday(tx, deps), how: 'join' });
    }
    await decideJoin(tx, id, { outcome: 'matched', residentId, groupId, note, at, by: actor.name });
    await tell(tx, deps, request, 'matched');
    const detail = { requestId: id, topics, groupId };
    await audit(tx, deps, actor, { action: 'join_request.match', subject: residentId, detail });
  });
  deps.wake();
}

/** Declines somebody kindly, and tells them so. Throws `not_found` and `decided_already`. */
export async function declineRequest(deps: Deps, actor: Actor, id: string, note: string): Promise<void> {
  await transaction(deps.db, async (tx) => {
    const request = await openRequest(tx, id);
    const decision = { outcome: 'declined', residentId: null, groupId: null, note, at: deps.clock.now() } as const;
    await decideJoin(tx, id, { ...decision, by: actor.name });
    await tell(tx, deps, request, 'declined');
    await audit(tx, deps, actor, { action: 'join_request.decline', subject: id });
  });
  deps.wake();
}
