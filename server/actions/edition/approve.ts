import { approveRevision } from '../../../db/commands/questionnaires.ts';
import { transaction } from '../../../db/connect.ts';
import { questionnaireLocked } from '../../../db/queries/questionnaires.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { landlordToday } from '../today.ts';
import { outdated } from './basis.ts';
import { mustRevision } from './revision.ts';

/**
 * Approves an edition of its own after a person has looked at its file; from then on it never changes. A program cannot look.
 * Throws `not_found`, `person_needed`, `out_of_date` and `already_approved`.
 */
export async function approveEdition(deps: Deps, actor: Actor, id: string): Promise<void> {
  if (actor.kind !== 'staff')
    throw problems.conflict('person_needed', 'A person has to look at it and approve it. A program cannot.');
  await transaction(deps.db, async (tx) => {
    const { revision, ground } = await mustRevision(tx, id);
    await questionnaireLocked(tx, revision.questionnaireId);
    const old = outdated(ground, revision, await landlordToday(tx, deps));
    if (old) throw problems.conflict('out_of_date', `It is out of date: ${old.why.join(', ')}. Make it again.`);
    if (revision.status === 'approved') throw problems.conflict('already_approved', 'It is approved already.');
    await approveRevision(tx, id, actor.name, deps.clock.now());
    const { language, format, versionNumber: version } = revision;
    await audit(tx, deps, actor, {
      action: 'edition.approve',
      subject: revision.questionnaireId,
      detail: { language, format, version },
    });
  });
}
