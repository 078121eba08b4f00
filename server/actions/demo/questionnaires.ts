import { insertCampaign } from '../../../db/commands/campaigns.ts';
import { newestRevisions, newestVersion, questionnaireById } from '../../../db/queries/questionnaires.ts';
import type { Recurrence } from '../../../surveys/fieldwork/recurrence.ts';
import { instrumentById } from '../../../surveys/instruments/instruments.ts';
import type { Compiled } from '../../../surveys/questionnaire/types.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { approve } from '../questionnaire/approve.ts';
import { createQuestionnaire } from '../questionnaire/create.ts';
import { publish } from '../questionnaire/publish.ts';
import { demoEditions } from './editions.ts';

/** A published questionnaire and the campaign that asks it. */
export interface DemoCampaign {
  campaignId: string;
  questionnaireId: string;
  versionId: string;
  compiled: Compiled;
  /** Revision ids by "language format". */
  editions: Record<string, string>;
}

interface CampaignPlan {
  instrument: string;
  name: string;
  unit: 'person' | 'household';
  period: 'wave' | 'reporting_year';
  recurrence: Recurrence;
}

/** Publishes a ready-made set, approves its languages for the demo, and makes its campaign. */
export async function demoCampaign(deps: Deps, actor: Actor, plan: CampaignPlan): Promise<DemoCampaign> {
  const name = instrumentById(plan.instrument)?.name ?? plan.name;
  const questionnaireId = await createQuestionnaire(deps, actor, { name, from: { instrument: plan.instrument } });
  const revision = (await questionnaireById(deps.db, questionnaireId))?.draftRevision ?? 1;
  const { versionId } = await publish(deps, actor, questionnaireId, revision);
  const made = await newestRevisions(deps.db, versionId);
  const languages = new Set(made.filter(({ status }) => status !== 'approved').map(({ language }) => language));
  for (const language of languages) await approve(deps, actor, questionnaireId, language);
  await demoEditions(deps, actor, questionnaireId, plan.instrument);
  const version = await newestVersion(deps.db, questionnaireId);
  if (!version) throw new Error('what was just published is gone');
  const campaignId = deps.newId();
  const settings = {
    name: plan.name,
    purpose: 'research',
    keep: 'first',
    quorum: 0,
    anonymous: false,
    questionnaireId,
  };
  const { unit, period, recurrence } = plan;
  const recurs = { recurrence, refresh: 'nobody' };
  await insertCampaign(deps.db, campaignId, { ...settings, ...recurs, unit, period }, deps.clock.now());
  const editions = Object.fromEntries(
    (await newestRevisions(deps.db, versionId)).map((one) => [`${one.language} ${one.format}`, one.id]),
  );
  return { campaignId, questionnaireId, versionId, compiled: version.compiled, editions };
}
