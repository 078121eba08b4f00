import { removeProfile, saveProfile } from '../../../db/commands/profiles.ts';
import { transaction } from '../../../db/connect.ts';
import { equalitySettings } from '../../../db/queries/profiles.ts';
import { residentById } from '../../../db/queries/residents.ts';
import type { Nation } from '../../../surveys/fieldwork/bank-holidays.ts';
import { groupOf, isProfileField, preferNotToSay, profileList } from '../../../surveys/profiles/lists.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { todayIn } from '../today.ts';
import { mustSeeProfiles } from './may.ts';

/** Sets what a resident told staff of one thing; null takes it away. Throws `not_allowed`, `not_found` and `bad_input`. */
export async function changeProfile(
  deps: Deps,
  actor: Actor,
  { id, field }: { id: string; field: string },
  code: string | null,
): Promise<void> {
  await transaction(deps.db, async (tx) => {
    await mustSeeProfiles(tx, actor);
    if (!isProfileField(field)) throw problems.notFound('part of a profile');
    if (!(await residentById(tx, id))) throw problems.notFound('resident');
    const { nation, timeZone } = await equalitySettings(tx);
    if (code !== null && code !== preferNotToSay && groupOf(profileList(field, nation as Nation), code) === null)
      throw problems.badInput([{ path: 'body.code', message: 'This is not an answer of the list.' }]);
    const asAt = todayIn(timeZone, deps);
    await (code === null ? removeProfile(tx, id, field) : saveProfile(tx, id, { field, code, source: 'staff', asAt }));
    await audit(tx, deps, actor, { action: 'profile.change', subject: id, detail: { field } });
  });
}
