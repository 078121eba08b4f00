import { saveEqualityBasis, setEqualityQuestions } from '../../../db/commands/profiles.ts';
import { transaction } from '../../../db/connect.ts';
import { equalitySettings } from '../../../db/queries/profiles.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

export interface EqualityChange {
  /** Why special-category data may be held; blank takes it away. */
  basis?: string | undefined;
  /** Ask residents after a survey. */
  questions?: boolean | undefined;
}

/**
 * Records the lawful basis, or switches the questions after a survey. Nobody is asked without a basis: taking it away stops the
 * questions. Throws `no_landlord` (409) before there is a landlord, and `no_basis` (409).
 */
export async function changeEquality(deps: Deps, actor: Actor, { basis, questions }: EqualityChange): Promise<void> {
  const at = deps.clock.now();
  await transaction(deps.db, async (tx) => {
    if (basis !== undefined) await saveEqualityBasis(tx, basis, actor.name, at);
    const now = await equalitySettings(tx);
    if (questions && now.basis === '')
      throw problems.conflict('no_basis', 'Record the lawful basis first. Without one residents cannot be asked.');
    const on = now.basis !== '' && (questions ?? now.questions);
    await setEqualityQuestions(tx, on, at);
    await audit(tx, deps, actor, {
      action: 'landlord.equality',
      subject: 'landlord',
      detail: { basis: now.basis !== '', questions: on },
    });
  });
}
