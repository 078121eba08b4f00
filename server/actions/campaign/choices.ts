import { type AudienceChoice, audienceChoices } from '../../../db/queries/audience-choices.ts';
import { homePlace } from '../../../db/queries/campaigns.ts';
import { localDate } from '../../../surveys/fieldwork/dates.ts';
import type { Deps } from '../../deps.ts';

/** What people can be picked by, as the register has it today. */
export async function seeChoices({ db, clock }: Deps): Promise<{ items: AudienceChoice[] }> {
  const { zone } = await homePlace(db);
  return { items: await audienceChoices(db, localDate(clock.now().getTime(), zone)) };
}
