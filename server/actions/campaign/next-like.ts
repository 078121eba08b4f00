import { campaignById, homePlace } from '../../../db/queries/campaigns.ts';
import { waveSummaries } from '../../../db/queries/wave-list.ts';
import { waveById } from '../../../db/queries/waves.ts';
import { daysBetween, localDate, plusDays } from '../../../surveys/fieldwork/dates.ts';
import { aQuarterLater } from '../../../surveys/fieldwork/like.ts';
import { waveName, workingDay } from '../../../surveys/fieldwork/recurrence.ts';
import { refreshes } from '../../../surveys/fieldwork/refresh.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { freeOpenings, told } from './see.ts';

/** What a wave like one before would be called and when it would open: by its campaign's rhythm, else a quarter later. Throws `not_found`. */
export async function nextLike(deps: Deps, waveId: string) {
  const wave = await waveById(deps.db, waveId);
  const campaign = wave && (await campaignById(deps.db, wave.campaignId));
  if (!wave || !campaign) throw problems.notFound('wave');
  const place = await homePlace(deps.db);
  const day = localDate(deps.clock.now().getTime(), place.zone);
  const taken = (await waveSummaries(deps.db))
    .filter(({ campaignId }) => campaignId === campaign.id)
    .map(({ opensOn }) => opensOn);
  const [planned] = freeOpenings(campaign, taken, place, plusDays(day, 1), 1);
  const leavesOut = refreshes[campaign.refresh].words;
  if (planned) return { ...told(campaign, planned, day), leavesOut };
  const tomorrow = plusDays(day, 1);
  const [, later = tomorrow] = [tomorrow, aQuarterLater(wave.opensOn)].toSorted();
  const opensOn = workingDay(later, place);
  const closesOn = plusDays(opensOn, daysBetween(wave.opensOn, wave.closesOn));
  const name = waveName(campaign.name, { every: 'quarterly' }, opensOn);
  const { id: campaignId, purpose } = campaign;
  return { campaignId, purpose, name, opensOn, closesOn, moved: null, leavesOut };
}
