import { loadsOfGroup } from '../../../db/queries/load.ts';
import { plusDays } from '../../../surveys/fieldwork/dates.ts';
import { type Load, loadOf, loadRulesOn } from '../../../surveys/groups/load.ts';
import type { Deps } from '../../deps.ts';
import { landlordToday } from '../today.ts';

const nothing = { papers: 0, surveys: 0, meetings: 0 };

/** How much each member of a group does for us, by the rules of today. Gives a look-up: a member with nothing has none. */
export async function loadsOf(deps: Deps, groupId: string): Promise<(residentId: string) => Load> {
  const today = await landlordToday(deps.db, deps);
  const rules = loadRulesOn(today);
  const rows = await loadsOfGroup(deps.db, groupId, plusDays(today, -rules.days));
  const counts = new Map(rows.map((row) => [row.residentId, row]));
  return (residentId) => loadOf(counts.get(residentId) ?? nothing, rules);
}
