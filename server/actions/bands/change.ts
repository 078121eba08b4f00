import { saveBands } from '../../../db/commands/profiles.ts';
import { transaction } from '../../../db/connect.ts';
import { equalitySettings } from '../../../db/queries/profiles.ts';
import type { Nation } from '../../../surveys/fieldwork/bank-holidays.ts';
import { isProfileField, profileList } from '../../../surveys/profiles/lists.ts';
import { ageFaults, groupingFaults, type OwnBand } from '../../../surveys/profiles/own-bands.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { type Fault, problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { todayIn } from '../today.ts';

export interface BandsChange {
  /** First day they are used; today when left out. */
  fromDate?: string | undefined;
  /** None goes back to the usual ones. */
  content: readonly OwnBand[];
}

const faultsOf = (field: string, content: readonly OwnBand[], nation: Nation): readonly string[] => {
  if (field === 'age') return ageFaults(content);
  return isProfileField(field) ? groupingFaults(profileList(field, nation), content) : ['There is no such field.'];
};

/**
 * Keeps the landlord's own bands of age, or groups of a profile field, from a day on. A day that has passed is refused: results
 * that were seen by one set would be seen by another, and the two taken from each other could give people away. Throws `bad_input`.
 */
export async function changeBands(deps: Deps, actor: Actor, field: string, change: BandsChange): Promise<void> {
  await transaction(deps.db, async (tx) => {
    const { nation, timeZone } = await equalitySettings(tx);
    const today = todayIn(timeZone, deps);
    const fromDate = change.fromDate ?? today;
    const past: Fault[] =
      fromDate < today
        ? [{ path: 'body.fromDate', message: 'New bands start today or later, never in the past.' }]
        : [];
    const wrong = faultsOf(field, change.content, nation as Nation).map((message) => ({
      path: 'body.content',
      message,
    }));
    if (past.length + wrong.length > 0) throw problems.badInput([...past, ...wrong]);
    const at = deps.clock.now();
    await saveBands(tx, { id: deps.newId(), field, fromDate, content: change.content, by: actor.name, at });
    await audit(tx, deps, actor, {
      action: 'bands.change',
      subject: field,
      detail: { fromDate, bands: change.content.length },
    });
  });
}
