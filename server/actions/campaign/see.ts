import { type CampaignRow, campaignById, campaigns, homePlace } from '../../../db/queries/campaigns.ts';
import { waveSummaries } from '../../../db/queries/wave-list.ts';
import { localDate, plusDays } from '../../../surveys/fieldwork/dates.ts';
import { notTaken } from '../../../surveys/fieldwork/plan-ahead.ts';
import type { Place } from '../../../surveys/fieldwork/quiet.ts';
import { movedWords, type Opening, openings, waveName } from '../../../surveys/fieldwork/recurrence.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { spentBy } from '../wave/cost.ts';
import { shownWave } from '../wave/see.ts';

/** Waves to come that a campaign's page shows. */
const nextOnes = 6;
/** A calendar looks this far ahead, and has at most so many waves of one campaign. */
const calendarDays = 366;
const mostOfOne = 60;

const today = ({ clock }: Deps, { zone }: Place) => localDate(clock.now().getTime(), zone);

/** Openings of a campaign that no wave of it has taken yet. */
export function freeOpenings(
  campaign: CampaignRow,
  taken: readonly string[],
  place: Place,
  from: string,
  count: number,
) {
  if (campaign.recurrence === null) return [];
  const found = openings(campaign.recurrence, place, from, count + taken.length + 1);
  return notTaken(found, taken, campaign.recurrence.every).slice(0, count);
}

export const told = (campaign: CampaignRow, opening: Opening, day: string) => ({
  campaignId: campaign.id,
  purpose: campaign.purpose,
  name: campaign.recurrence === null ? campaign.name : waveName(campaign.name, campaign.recurrence, opening.opensOn),
  opensOn: opening.opensOn,
  closesOn: opening.closesOn,
  moved: movedWords(opening, day),
});

/** One campaign: its settings, its waves, and the next ones by its rhythm. Throws `not_found`. */
export async function seeCampaign(deps: Deps, id: string) {
  const campaign = await campaignById(deps.db, id);
  if (campaign === null) throw problems.notFound('campaign');
  const place = await homePlace(deps.db);
  const day = today(deps, place);
  const waves = (await waveSummaries(deps.db)).filter(({ campaignId }) => campaignId === id);
  const taken = waves.map(({ opensOn }) => opensOn);
  const next = freeOpenings(campaign, taken, place, day, nextOnes);
  const spent = await spentBy(deps.db, null);
  return {
    ...campaign,
    waves: waves.map((wave) => shownWave(wave, spent)),
    next: next.map((opening) => told(campaign, opening, day)),
  };
}

/** Waves to come within a year, of every campaign that recurs. */
export async function seeCalendar(deps: Deps) {
  const place = await homePlace(deps.db);
  const day = today(deps, place);
  const until = plusDays(day, calendarDays);
  const waves = await waveSummaries(deps.db);
  const coming = (await campaigns(deps.db)).flatMap((campaign) => {
    const taken = waves.filter(({ campaignId }) => campaignId === campaign.id).map(({ opensOn }) => opensOn);
    return freeOpenings(campaign, taken, place, day, mostOfOne).map((opening) => told(campaign, opening, day));
  });
  return coming.filter(({ opensOn }) => opensOn <= until).toSorted((a, b) => (a.opensOn < b.opensOn ? -1 : 1));
}
