import { waveById } from '../../../db/queries/waves.ts';
import { allowedMargin, marginPoints, neededFrom } from '../../../surveys/fieldwork/accuracy.ts';
import { outReasons, outWords } from '../../../surveys/fieldwork/audience.ts';
import { timetable } from '../../../surveys/fieldwork/due.ts';
import { launchChecks } from '../../../surveys/fieldwork/launch.ts';
import { stepDays } from '../../../surveys/fieldwork/step-days.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { planCost, rateOf, waysOfFirstStep } from './estimate.ts';
import { prepareLaunch } from './facts.ts';
import { leavesFrom } from './launch-delay.ts';
import { toldCheck } from './refused.ts';

/** Before launch: who is in and out and why, by which way, at what cost, and what stops it. Throws `not_found`. */
export async function checkWave(deps: Deps, actor: Actor, id: string) {
  const wave = await waveById(deps.db, id);
  if (wave === null) throw problems.notFound('wave');
  const looking = { seed: wave.seed ?? id, actor };
  const { facts, groups, strata, versionId, questions } = await prepareLaunch(deps, deps.db, wave, looking);
  const counted = (matches: (group: (typeof groups)[number]) => boolean) =>
    groups.filter(matches).reduce((sum, { count }) => sum + count, 0);
  const eligible = counted(({ outReason }) => outReason === null);
  const share = eligible === 0 ? 0 : facts.asked / eligible;
  const rate = await rateOf(deps.db, wave);
  const expected = Math.round(facts.asked * rate.rate);
  const place = { zone: wave.timeZone, nation: wave.nation };
  const first = timetable(wave.plan, { ...wave, place, sandboxed: [] }).planned[0];
  return {
    population: counted(() => true),
    eligible,
    asked: facts.asked,
    out: outReasons
      .map((code) => ({ code, label: outWords[code], count: counted(({ outReason }) => outReason === code) }))
      .filter(({ count }) => count > 0),
    ways: waysOfFirstStep(wave, groups, share),
    cost: await planCost(deps, wave, { versionId, groups, questions, share, rate: rate.rate }),
    strata,
    expected,
    rate: rate.rate,
    rateFrom: rate.from,
    margin: marginPoints(expected, eligible),
    /** What the regulator allows: only of the survey that a reporting year is told by. */
    allowed: wave.period === 'reporting_year' ? allowedMargin(eligible, wave.opensOn) : null,
    needed: neededFrom(eligible, rate.rate),
    steps: stepDays(wave, place, facts.today),
    firstMessageAt:
      first === undefined ? null : new Date(Math.max(first, leavesFrom(deps, deps.clock.now()).getTime())),
    takeBackMinutes: deps.env.launchDelayMinutes,
    checks: launchChecks(facts).map((each) => toldCheck(wave, each)),
  };
}
