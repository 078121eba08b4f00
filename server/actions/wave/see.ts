import { type WaveSummary, waveDetail, waveSummaries } from '../../../db/queries/wave-list.ts';
import { type WaveRow, waveById } from '../../../db/queries/waves.ts';
import { daysBetween, dayWords, localDate } from '../../../surveys/fieldwork/dates.ts';
import type { PlanStep } from '../../../surveys/fieldwork/plan.ts';
import { marginOfError } from '../../../surveys/results/margin.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { labels } from '../results/labels.ts';

const shown = ({ population, ...wave }: WaveSummary) => {
  const margin = marginOfError(wave.answered, population);
  return { ...wave, margin: margin === null ? null : margin * 100 };
};

/** Every wave, running first. */
export const listWaves = async ({ db }: Deps) => (await waveSummaries(db)).map(shown);

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
    ...shown(detail),
    audienceSentence: audienceWords(wave, detail.panel),
    planSentences: wave.plan.steps.map((step) => stepWords(step, today)),
    day: Math.min(Math.max(daysBetween(wave.opensOn, today) + 1, 0), days),
    days,
  };
}

const list = (names: readonly string[]) => names.map((name) => labels[name] ?? name).join(', ');

function audienceWords({ audience, unit }: WaveRow, panel: string | null): string {
  const who =
    panel === null ? (unit === 'household' ? 'One person in each home' : 'All residents') : `Members of ${panel}`;
  const where = audience.areas.length > 0 ? ` in ${list(audience.areas)}` : '';
  const tenure = audience.tenures.length > 0 ? ` with tenure ${list(audience.tenures)}` : '';
  return `${who}${where}${tenure}, not asked in the last ${audience.restDays} days.`;
}

const wayWords: Record<PlanStep['channels'][number], string> = {
  best: "each person's own way",
  email: 'email',
  sms: 'text',
  post: 'letter',
};

function stepWords({ day, date, time, channels, kind, onlyIfNotAnswered }: PlanStep, today: string): string {
  const when = date === null ? `Day ${day}` : dayWords(date, today);
  const clock = time === null ? '' : ` at ${time}`;
  const rest = kind === 'reminder' && onlyIfNotAnswered ? ', only to those who have not answered' : '';
  return `${when}${clock}: ${kind} by ${channels.map((way) => wayWords[way]).join(', else ')}${rest}.`;
}
