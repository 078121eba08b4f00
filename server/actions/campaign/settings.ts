import { type CampaignSettings, insertCampaign, updateCampaign } from '../../../db/commands/campaigns.ts';
import { transaction } from '../../../db/connect.ts';
import { type CampaignRow, campaignById, plannersOf } from '../../../db/queries/campaigns.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

/** Makes a campaign. Throws `already_exists` for a name that is taken. */
export async function makeCampaign(deps: Deps, actor: Actor, settings: CampaignSettings): Promise<string> {
  const id = deps.newId();
  await transaction(deps.db, async (tx) => {
    await insertCampaign(tx, id, settings, deps.clock.now());
    await audit(tx, deps, actor, { action: 'campaign.create', subject: id });
  });
  return id;
}

/** What stands once a wave was launched: people were asked under it, and results are counted by it. */
const standing = {
  purpose: 'its purpose',
  unit: 'whether it asks people or homes',
  anonymous: 'whether it is anonymous',
} as const satisfies Partial<Record<keyof CampaignSettings, string>>;

/** Changes the settings of a campaign. Throws `not_found`, `campaign_launched` or `own_plan`. */
export async function changeCampaign(deps: Deps, actor: Actor, id: string, settings: CampaignSettings): Promise<void> {
  await transaction(deps.db, async (tx) => {
    const before = await campaignById(tx, id);
    if (before === null) throw problems.notFound('campaign');
    refuseStanding(before, settings);
    if (settings.quorum < before.quorum && (await plannersOf(tx, id)).includes(actor.name))
      throw problems.conflict('own_plan', 'You planned a wave of it, so somebody else must lower how many approve.');
    await updateCampaign(tx, id, settings);
    await audit(tx, deps, actor, { action: 'campaign.change', subject: id, detail: changed(before, settings) });
  });
}

function refuseStanding(before: CampaignRow, settings: CampaignSettings): void {
  const touched = Object.entries(standing).filter(
    ([key]) => before[key as keyof typeof standing] !== settings[key as keyof typeof standing],
  );
  if (!before.launched || touched.length === 0) return;
  const what = touched.map(([, words]) => words).join(' and ');
  throw problems.conflict('campaign_launched', `People have been asked already, so ${what} can no longer change.`);
}

/** Which settings are others now; the audit log tells them by name. */
const changed = (before: CampaignRow, settings: CampaignSettings) => ({
  changed: (Object.keys(settings) as (keyof CampaignSettings)[]).filter(
    (key) => inOrder(before[key]) !== inOrder(settings[key]),
  ),
});

/** A setting as text, its parts by name: what comes back from the database has them in another order. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value !== null && typeof value === 'object' ? Object.entries(value).toSorted() : value);
