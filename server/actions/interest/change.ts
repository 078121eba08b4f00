import { type InterestChange, setInterests } from '../../../db/commands/interests.ts';
import { transaction } from '../../../db/connect.ts';
import { residentById } from '../../../db/queries/residents.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Sets what a resident is interested in, as they told a member of staff. Throws `not_found`. */
export async function changeInterests(
  deps: Deps,
  actor: Actor,
  residentId: string,
  { topics, comfortLevel, availability }: Pick<InterestChange, 'topics' | 'comfortLevel' | 'availability'>,
): Promise<void> {
  await transaction(deps.db, async (tx) => {
    if (!(await residentById(tx, residentId))) throw problems.notFound('resident');
    const change = { topics, comfortLevel, availability, at: deps.clock.now(), by: actor.name };
    await setInterests(tx, residentId, change);
    await audit(tx, deps, actor, {
      action: 'interests.change',
      subject: residentId,
      detail: { topics, comfortLevel, availability },
    });
  });
}
