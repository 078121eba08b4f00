import type { Db } from '../../../db/connect.ts';
import { namesOfGroups } from '../../../db/queries/groups.ts';
import { type WaveSummary, waveDetail, waveSummaries } from '../../../db/queries/wave-list.ts';
import { type WaveRow, waveById } from '../../../db/queries/waves.ts';
import { audience } from '../../../surveys/fieldwork/audience.ts';
import { audienceSentence, samplingSentence } from '../../../surveys/fieldwork/audience-words.ts';
import { daysBetween, dayWords, localDate } from '../../../surveys/fieldwork/dates.ts';
import type { PlanStep } from '../../../surveys/fieldwork/plan.ts';
import { postageOf, transits } from '../../../surveys/fieldwork/postage.ts';
import { surveyKind } from '../../../surveys/fieldwork/rests.ts';
import { samplingOf } from '../../../surveys/fieldwork/sampling-design.ts';
import { marginOfError } from '../../../surveys/results/margin.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { labels } from '../results/labels.ts';
import { spentBy } from './cost.ts';
import { takeBackOf } from './take-back.ts';

/** A wave of a list, with its margin so far in points, and pence spent. */
export const shownWave = ({ population, ...wave }: WaveSummary, spent: ReadonlyMap<string, number>) => {
  const margin = marginOfError(wave.answered, population);
  return { ...wave, margin: margin === null ? null : margin * 100, cost: spent.get(wave.id) ?? 0 };
};

/** Every wave, running first. */
export async function listWaves({ db }: Deps) {
  const spent = await spentBy(db, null);
  return (await waveSummaries(db)).map((wave) => shownWave(wave, spent));
}

/** One wave with its plan in words. Throws `not_found`. */
export async function seeWave(deps: Deps, id: string) {
  const wave = await waveById(deps.db, id);
  const detail = await waveDetail(deps.db, id);
  if (!wave || !detail) throw problems.notFound('wave');
  const today = localDate(deps.clock.now().getTime(), wave.timeZone);
  const days = daysBetween(wave.opensOn, wave.closesOn) + 1;
  return {
    ...wave,
    ...detail,
    ...shownWave(detail, await spentBy(deps.db, id)),
    audienceSentence: await whoOf(deps.db, wave, detail.panel),
    samplingSentence: samplingSentence(samplingOf(wave)),
    planSentences: wave.plan.steps.map((step, index) =>
      stepWords(step, transits[postageOf(wave.plan.steps, index)].words, today),
    ),
    day: Math.min(Math.max(daysBetween(wave.opensOn, today) + 1, 0), days),
    days,
    takeBack: await takeBackOf(deps.db, wave),
  };
}

/** The sentence of who is asked, with the names of panels and groups in it. */
async function whoOf(db: Db, wave: WaveRow, panel: string | null): Promise<string> {
  const chosen = audience.parse(wave.audience);
  const ids = chosen.where.flatMap(({ field, codes }) => (field === 'group' ? codes : []));
  const groups = new Map((await namesOfGroups(db, ids)).map(({ id, name }) => [id, name]));
  const labelOf = (code: string) => groups.get(code) ?? labels[code] ?? code.replaceAll('_', ' ');
  return audienceSentence(chosen, { panel, unit: wave.unit, kind: surveyKind(wave) }, labelOf);
}

const wayWords: Record<PlanStep['channels'][number], string> = {
  best: "each person's own way",
  email: 'email',
  sms: 'text',
  post: 'letter',
  telephone: 'telephone',
};

function stepWords(step: PlanStep, postage: string, today: string): string {
  const { day, date, time, channels, kind, onlyIfNotAnswered, people } = step;
  const when = date === null ? `Day ${day}` : dayWords(date, today);
  const clock = time === null ? '' : ` at ${time}`;
  const rest = kind === 'reminder' && onlyIfNotAnswered ? ', only to those who have not answered' : '';
  const whom = people === 'offline_or_older' ? ', to those without email and mobile or of 65 and over' : '';
  const ways = channels.map((way) => (way === 'post' ? `${postage} letter` : wayWords[way])).join(', else ');
  const letters = channels.includes('best') ? `, letters ${postage}` : '';
  return `${when}${clock}: ${kind} by ${ways}${letters}${whom}${rest}.`;
}
