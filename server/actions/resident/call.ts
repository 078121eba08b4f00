import { insertCall } from '../../../db/commands/calls.ts';
import { transaction } from '../../../db/connect.ts';
import { residentById } from '../../../db/queries/residents.ts';
import type { CallOutcome } from '../../../surveys/fieldwork/calls.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Writes down a call with a resident. What was said stays out of the audit log. Throws `not_found`. */
export async function recordCall(
  deps: Deps,
  actor: Actor,
  residentId: string,
  { outcome, note }: { outcome: CallOutcome; note: string },
): Promise<string> {
  const id = deps.newId();
  await transaction(deps.db, async (tx) => {
    if (!(await residentById(tx, residentId))) throw problems.notFound('resident');
    await insertCall(tx, { id, residentId, at: deps.clock.now(), outcome, note, by: actor.name });
    await audit(tx, deps, actor, { action: 'resident.call', subject: residentId, detail: { callId: id, outcome } });
  });
  return id;
}
