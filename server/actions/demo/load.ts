import { saveRetention } from '../../../db/commands/retention.ts';
import { pastWave } from '../../../db/demo/history.ts';
import { loadInterests } from '../../../db/demo/interests.ts';
import type { DemoGroups } from '../../../db/demo/load.ts';
import { loadGroups, loadPastWave, loadPeople } from '../../../db/demo/load.ts';
import { type Home, makeHomes } from '../../../db/demo/people.ts';
import { type Pick, picker } from '../../../db/demo/pick.ts';
import proportions from '../../../db/demo/proportions.json' with { type: 'json' };
import { landlordSettings } from '../../../db/queries/settings.ts';
import { codesGiven } from '../../../db/queries/wave-list.ts';
import { audience } from '../../../surveys/fieldwork/audience.ts';
import { defaultPlan } from '../../../surveys/fieldwork/default-plan.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { createOutcome } from '../outcome/create.ts';
import { giveOut } from '../wave/codes.ts';
import { fieldWave } from './field-wave.ts';
import { at, daysAgo, demoActor } from './moments.ts';
import { demoPapers } from './papers.ts';
import { type DemoCampaign, demoCampaign } from './questionnaires.ts';

/**
 * Loads the invented landlord: people, panel, groups, five waves that are over, and one that is launched, sent and partly
 * answered by the real code in the sandbox. Throws `not_empty` (409) when there is a landlord already.
 */
export async function loadDemo(deps: Deps): Promise<void> {
  if (await landlordSettings(deps.db))
    throw problems.conflict('not_empty', 'There is a landlord here already. The demo is only for an empty database.');
  const now = deps.clock.now();
  const pick = picker(proportions.seed);
  const homes = makeHomes(pick, now.getUTCFullYear());
  await loadPeople(deps.db, homes, daysAgo(now, 500), pick);
  await loadInterests(deps.db, homes, daysAgo(now, 300));
  const groups = await loadGroups(deps.db, homes, now, pick);
  const nextRound = (days: number) => daysAgo(now, -days).toISOString().slice(0, 10);
  const panel = await demoCampaign(at(deps, daysAgo(now, 400)), demoActor, {
    instrument: 'panel-quarterly',
    name: "People's Panel",
    unit: 'person',
    period: 'wave',
    recurrence: { every: 'quarterly', startsOn: nextRound(91), days: 32, percent: null },
  });
  const annual = await demoCampaign(at(deps, daysAgo(now, 400)), demoActor, {
    instrument: 'tsm-2023',
    name: 'Annual satisfaction survey',
    unit: 'household',
    period: 'reporting_year',
    recurrence: { every: 'annual', startsOn: nextRound(120), days: 42, percent: null },
  });
  await past(deps, { homes, groups, panel, annual, now, pick });
  await outcomes(at(deps, daysAgo(now, 40)));
  await saveRetention(deps.db, { on: true }, now, demoActor.name);
  await fieldWave(deps, { campaign: panel, groups, homes, pick });
  await demoPapers(deps, groups);
}

interface Past {
  homes: readonly Home[];
  groups: DemoGroups;
  panel: DemoCampaign;
  annual: DemoCampaign;
  now: Date;
  pick: Pick;
}

async function past(deps: Deps, { homes, groups, panel, annual, now, pick }: Past): Promise<void> {
  const shared = { plan: defaultPlan, days: 33 };
  for (const { name, daysAgo: days, rate, drift } of proportions.panelWaves) {
    const wave = {
      ...shared,
      ...panel,
      name,
      drift,
      opened: daysAgo(now, days),
      answers: Math.round(rate * groups.panel.size),
      panel: groups.panel,
      audience: audience.parse({ panelId: groups.panelId }),
    };
    await loadPastWave(deps.db, pastWave(wave, homes, pick));
  }
  const { name, daysAgo: days, answers, drift } = proportions.annualWave;
  const wave = {
    ...shared,
    ...annual,
    name,
    drift,
    opened: daysAgo(now, days),
    answers,
    panel: null,
    audience: audience.parse({}),
  };
  await loadPastWave(deps.db, pastWave(wave, homes, pick));
  await giveOut(deps, deps.db, await codesGiven(deps.db));
}

async function outcomes(deps: Deps): Promise<void> {
  for (const { youSaid, weDid } of proportions.outcomes)
    await createOutcome(deps, demoActor, { youSaid, weDid, publish: true });
}
