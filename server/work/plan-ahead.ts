import { insertAudit } from '../../db/commands/audit.ts';
import { setPlannedAhead, takeLook } from '../../db/commands/plan-ahead.ts';
import { insertWave } from '../../db/commands/wave-plans.ts';
import { transaction } from '../../db/connect.ts';
import { type CampaignRow, campaigns, homePlace } from '../../db/queries/campaigns.ts';
import { campaignAheadLocked } from '../../db/queries/plan-ahead.ts';
import { waveById } from '../../db/queries/waves.ts';
import { localDate } from '../../surveys/fieldwork/dates.ts';
import { openingToPlan } from '../../surveys/fieldwork/plan-ahead.ts';
import { plannedByItself } from '../../surveys/fieldwork/planned-by.ts';
import type { Place } from '../../surveys/fieldwork/quiet.ts';
import { freeOpenings, told } from '../actions/campaign/see.ts';
import { likeWave } from '../actions/wave/plan.ts';
import type { Deps } from '../deps.ts';
import { isDatabaseAway } from '../problem.ts';

/** Days are what it goes by: once an hour is soon enough. */
const everyMs = 3_600_000;
/** One may have been thrown away and the next be near. */
const openingsLookedAt = 3;

/**
 * Plans the next wave of each campaign that comes round, like its last one, some days before it opens. It stands under "needs you today" for an officer to
 * check and launch; nothing launches by itself. Gives how many it planned.
 */
export async function planAhead(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  if (!(await takeLook(deps.db, now, new Date(now.getTime() - everyMs)))) return 0;
  const place = await homePlace(deps.db);
  let planned = 0;
  for (const campaign of await campaigns(deps.db)) {
    if (campaign.recurrence === null || campaign.lastWaveId === null) continue;
    if (await attempt(deps, campaign, campaign.lastWaveId, place)) planned += 1;
  }
  return planned;
}

/** One whose next wave cannot be planned does not hold up the others. */
async function attempt(deps: Deps, campaign: CampaignRow, like: string, place: Place): Promise<boolean> {
  try {
    return await planNext(deps, campaign, like, place);
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    deps.log.error('work_failed', error, { job: 'plan_ahead', campaignId: campaign.id });
    return false;
  }
}

/** Plans one, if its time has come and there is a wave to be like whose questions are still there. */
function planNext(deps: Deps, campaign: CampaignRow, like: string, place: Place): Promise<boolean> {
  const at = deps.clock.now();
  const today = localDate(at.getTime(), place.zone);
  return transaction(deps.db, async (tx) => {
    const standing = await campaignAheadLocked(tx, campaign.id);
    const last = await waveById(tx, like);
    if (standing === null || last === null || last.questionnaireId === null) return false;
    const free = freeOpenings(campaign, standing.taken, place, today, openingsLookedAt);
    const opening = openingToPlan(free, { ...standing, today });
    if (opening === null) return false;
    const { name, opensOn, closesOn } = told(campaign, opening, today);
    const waveId = deps.newId();
    // In nobody's name yet: where a second person must say yes, a first one must have looked at it.
    await insertWave(tx, waveId, await likeWave(tx, { like, name, opensOn, closesOn }), plannedByItself, at);
    await setPlannedAhead(tx, { waveId, campaignId: campaign.id, meantFor: opening.meantFor });
    const entry = { actor: 'system', actorName: 'Earshot', action: 'wave.plan', subject: waveId, detail: { like } };
    await insertAudit(tx, { at, ...entry });
    return true;
  });
}
