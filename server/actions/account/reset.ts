import { endSessions, removeTwoStep, setPassword } from '../../../db/commands/access.ts';
import { transaction } from '../../../db/connect.ts';
import type { Actor } from '../../actor.ts';
import { firstPassword, hashPassword } from '../../auth/password.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Takes away the second step of somebody who lost their phone, and signs them out everywhere. */
export const resetTwoStep = (deps: Deps, actor: Actor, id: string): Promise<void> =>
  transaction(deps.db, async (tx) => {
    if (!(await removeTwoStep(tx, id, deps.clock.now()))) throw problems.notFound('second step');
    await endSessions(tx, id);
    await audit(tx, deps, actor, { action: 'account.reset_two_step', subject: id });
  });

/** Gives somebody who forgot theirs a new first password, to be told once, and signs them out everywhere. */
export async function resetPassword(deps: Deps, actor: Actor, id: string): Promise<string> {
  const password = firstPassword(deps.randomBytes);
  const hash = await hashPassword(password);
  await transaction(deps.db, async (tx) => {
    if (!(await setPassword(tx, id, { hash, mustChange: true, at: deps.clock.now() })))
      throw problems.notFound('account');
    await endSessions(tx, id);
    await audit(tx, deps, actor, { action: 'account.reset_password', subject: id });
  });
  return password;
}
