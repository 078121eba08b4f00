import { beat } from '../../../db/commands/settle.ts';
import { answerAll } from '../../../db/demo/answers.ts';
import { leanOf, modeOf } from '../../../db/demo/history.ts';
import type { DemoGroups } from '../../../db/demo/load.ts';
import type { Home, Person } from '../../../db/demo/people.ts';
import type { Pick } from '../../../db/demo/pick.ts';
import proportions from '../../../db/demo/proportions.json' with { type: 'json' };
import { surveyById } from '../../../db/queries/survey.ts';
import { invitationsOfWave } from '../../../db/queries/wave-list.ts';
import { audience } from '../../../surveys/fieldwork/audience.ts';
import { localDate, plusDays } from '../../../surveys/fieldwork/dates.ts';
import { defaultPlan } from '../../../surveys/fieldwork/default-plan.ts';
import type { Deps } from '../../deps.ts';
import { dispatch } from '../../work/dispatch.ts';
import { tick } from '../../work/tick.ts';
import { takeInput } from '../response/take-input.ts';
import { launchWave } from '../wave/launch.ts';
import { planWave } from '../wave/plan.ts';
import { at, dayMs, daysAgo, demoActor } from './moments.ts';
import type { DemoCampaign } from './questionnaires.ts';

interface Field {
  campaign: DemoCampaign;
  groups: DemoGroups;
  homes: readonly Home[];
  pick: Pick;
}

/** Launches the panel's wave of this quarter as it was eight days ago, sends what has been due since, and has some people answer. */
export async function fieldWave(deps: Deps, { campaign, groups, homes, pick }: Field): Promise<void> {
  const { name, openedDaysAgo, days, answers } = proportions.fieldWave;
  const now = deps.clock.now();
  const opened = daysAgo(now, openedDaysAgo);
  const then = at(deps, opened);
  const opensOn = localDate(opened.getTime(), 'Europe/London');
  const { campaignId, questionnaireId, compiled } = campaign;
  const waveId = await planWave(then, demoActor, {
    name,
    campaignId,
    questionnaireId,
    audience: audience.parse({ panelId: groups.panelId, restDays: 0 }),
    plan: defaultPlan,
    sampleSize: null,
    opensOn,
    closesOn: plusDays(opensOn, days - 1),
    resultsOn: plusDays(opensOn, days + 27),
    actionOn: plusDays(opensOn, days + 57),
  });
  await beat(deps.db, 'print', opened);
  await launchWave(then, demoActor, waveId);
  await sendDue(at(deps, new Date(opened.getTime() + dayMs / 24)));
  const asked = await invitationsOfWave(deps.db, waveId);
  const people = new Map(homes.flatMap((home) => home.people.map((person) => [person.id, { home, person }] as const)));
  const shuffled = asked.map((each) => ({ ...each, place: pick.number() })).toSorted((a, b) => a.place - b.place);
  const answering = shuffled.slice(0, answers);
  const half = Math.ceil(answering.length * 0.6);
  for (const [index, { id, residentId }] of answering.entries()) {
    if (index === half) await sendDue(at(deps, new Date(opened.getTime() + 5.4 * dayMs)));
    const from = index < half ? 0.2 : 5.5;
    const moment = new Date(opened.getTime() + (from + pick.number() * (index < half ? 4.8 : 2)) * dayMs);
    const who = people.get(residentId);
    if (who) await answer(at(deps, moment), id, { compiled, ...who }, pick);
  }
}

interface Who {
  compiled: DemoCampaign['compiled'];
  home: Home;
  person: Person;
}

/** One invented resident answers through the same door as a real one. */
async function answer(deps: Deps, invitationId: string, { compiled, home, person }: Who, pick: Pick): Promise<void> {
  const survey = await surveyById(deps.db, invitationId);
  if (!survey) return;
  const chosen = modeOf(person, pick);
  const mode = chosen === 'paper' || chosen === 'telephone' ? 'web' : chosen;
  const { inputs } = answerAll(compiled, { person, lean: leanOf(home, person), mode, at: deps.clock.now() }, pick);
  await takeInput(deps, survey, pick.chance(0.92) ? inputs : inputs.slice(0, 4), { mode, by: null });
}

/** What the minute's tick and the drain did at a moment, until nothing was left. */
async function sendDue(deps: Deps): Promise<void> {
  await tick(deps);
  for (const channel of ['email', 'sms'] as const) while ((await dispatch(deps, channel, 200)) > 0);
}
