import type { Db } from '../../../db/connect.ts';
import { type AudienceGroup, audienceGroups } from '../../../db/queries/audience.ts';
import { couldApprove, printSeen, versionToLaunch } from '../../../db/queries/launch.ts';
import { lesserInField, regulatorsPlanned } from '../../../db/queries/rests.ts';
import { type Landlord, landlordSettings } from '../../../db/queries/settings.ts';
import { approvalsOf, type WaveRow } from '../../../db/queries/waves.ts';
import { localDate } from '../../../surveys/fieldwork/dates.ts';
import type { ChannelFacts, LaunchFacts } from '../../../surveys/fieldwork/launch.ts';
import type { PlanStep } from '../../../surveys/fieldwork/plan.ts';
import { plannedByItself } from '../../../surveys/fieldwork/planned-by.ts';
import { surveyKind } from '../../../surveys/fieldwork/rests.ts';
import { stepDays } from '../../../surveys/fieldwork/step-days.ts';
import { isLanguage } from '../../../surveys/language.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { unapprovedPhrases } from '../phrases/standing.ts';
import { choiceOf } from './choice.ts';
import { editionGaps } from './edition-gaps.ts';
import { askedOf, type Stratum, strataOf } from './sample.ts';
import { waysOf } from './ways.ts';

/** All that launching and its check page look at. */
export interface Prepared {
  facts: LaunchFacts;
  groups: AudienceGroup[];
  strata: Stratum[];
  versionId: string | null;
  /** Questions of the version, for the sheets of its paper form. */
  questions: number;
}

/** Who looks at the launch, and the seed that it draws by. */
interface Looking {
  seed: string;
  actor: Actor;
}

/** Gathers what a launch depends on. Takes the transaction when launching, so that what is checked is what is launched. */
export async function prepareLaunch(deps: Deps, db: Db, wave: WaveRow, { seed, actor }: Looking): Promise<Prepared> {
  const choice = await choiceOf(deps, wave, seed);
  const groups = await audienceGroups(db, choice);
  const strata = await strataOf(deps, db, wave, choice);
  const version = await versionToLaunch(db, wave);
  const landlord = await landlordSettings(db);
  const asked = groups.filter(({ outReason }) => outReason === null);
  const eligible = asked.reduce((sum, { count }) => sum + count, 0);
  const today = localDate(deps.clock.now().getTime(), wave.timeZone);
  const facts: LaunchFacts = {
    today,
    opensOn: wave.opensOn,
    closesOn: wave.closesOn,
    status: wave.status,
    hasVersion: version !== null,
    asked: askedOf(wave, eligible, strata),
    unreached: unreachedOf(wave, asked),
    landlord: landlordFacts(landlord),
    phrasesToApprove: await phrasesOf(db, asked, landlord),
    editions: version === null ? [] : await editionGaps(db, { version, asked, wave, today }),
    post: await postFacts(deps, db, wave, asked),
    channels: channelFacts(deps, wave, asked),
    approvals: await approvalFacts(db, wave, actor),
    beside: await besideFacts(db, wave),
  };
  return { facts, groups, strata, versionId: version?.id ?? null, questions: version?.compiled.questions.length ?? 0 };
}

/** Who may be asked and has no way that any step uses. */
const unreachedOf = (wave: WaveRow, asked: readonly AudienceGroup[]): number =>
  asked
    .filter((group) => wave.plan.steps.every((step) => waysOf(step, group).length === 0))
    .reduce((sum, { count }) => sum + count, 0);

const landlordFacts = (landlord: Landlord | null): LaunchFacts['landlord'] => ({
  name: Boolean(landlord?.name),
  shortName: Boolean(landlord?.shortName),
  phone: Boolean(landlord?.phone),
  address: (landlord?.address.length ?? 0) > 0,
  freepost: Boolean(landlord?.freepost),
  privacyContact: Boolean(landlord?.privacyContact),
});

/** The demo landlord carries a demo approval of every phrase; anybody else's must have been read by a person. */
async function phrasesOf(
  db: Db,
  asked: readonly AudienceGroup[],
  landlord: Landlord | null,
): Promise<LaunchFacts['phrasesToApprove']> {
  if (landlord?.demo) return [];
  return unapprovedPhrases(db, [...new Set(asked.map(({ language }) => language).filter(isLanguage))]);
}

async function postFacts(
  deps: Deps,
  db: Db,
  wave: WaveRow,
  asked: readonly AudienceGroup[],
): Promise<LaunchFacts['post']> {
  const first = (step: PlanStep) => asked.some((group) => waysOf(step, group)[0] === 'post');
  const today = localDate(deps.clock.now().getTime(), wave.timeZone);
  const arrivals = stepDays(wave, { zone: wave.timeZone, nation: wave.nation }, today);
  const posted = wave.plan.steps
    .map((step, index) => ({ step, index, last: arrivals[index]?.arrives?.to ?? '' }))
    .filter(({ step }) => step.channels.includes('post') || first(step));
  const days = posted.map(({ step }) => step.day);
  const late = posted.filter(({ last }) => last > wave.closesOn).map(({ index }) => index + 1);
  const seen = await printSeen(db);
  const ago = seen === null ? null : Math.floor((deps.clock.now().getTime() - seen.getTime()) / 60_000);
  return { days, printSeenMinutesAgo: ago, late };
}

/** Who could be written to by each electronic channel of the plan, demo and real. */
function channelFacts({ channels }: Deps, wave: WaveRow, asked: readonly AudienceGroup[]): ChannelFacts[] {
  return (['email', 'sms'] as const).map((channel) => {
    const reached = asked.filter((group) => wave.plan.steps.some((step) => waysOf(step, group).includes(channel)));
    const count = (demo: boolean) =>
      reached.filter((group) => group.demo === demo).reduce((sum, group) => sum + group.count, 0);
    return { channel, sandbox: channels[channel].sandbox, real: count(false), demo: count(true) };
  });
}

/** Surveys that this one meets at the same doors. */
async function besideFacts(db: Db, wave: WaveRow): Promise<LaunchFacts['beside']> {
  const isRegulators = surveyKind(wave) === 'regulator';
  return { isRegulators, waves: await (isRegulators ? lesserInField(db, wave) : regulatorsPlanned(db, wave)) };
}

/** Whose plan it is, to whoever looks at it. */
function plannerOf({ plannedBy }: WaveRow, name: string): string | null {
  if (plannedBy === plannedByItself) return null;
  return plannedBy === name ? 'You' : plannedBy;
}

async function approvalFacts(db: Db, wave: WaveRow, { name }: Actor): Promise<LaunchFacts['approvals']> {
  const approvals = (await approvalsOf(db, wave.id)).map(({ by }) => by).filter((by) => by !== wave.plannedBy);
  const couldBe = await couldApprove(db, [wave.plannedBy, ...approvals]);
  return { planner: plannerOf(wave, name), have: approvals.length, quorum: wave.quorum, couldBe };
}
