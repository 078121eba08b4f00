import { addressKeys } from '../../../db/address-hash.ts';
import type { Choice } from '../../../db/queries/candidates.ts';
import type { WaveRow } from '../../../db/queries/waves.ts';
import { audience } from '../../../surveys/fieldwork/audience.ts';
import { localDate } from '../../../surveys/fieldwork/dates.ts';
import { surveyKind } from '../../../surveys/fieldwork/rests.ts';
import type { Deps } from '../../deps.ts';

/** First day of the reporting year that a local date falls in; `start` is month and day, such as 04-01. */
export function reportingYearFrom(today: string, start: string): string {
  const year = Number(today.slice(0, 4));
  return today.slice(5) >= start ? `${year}-${start}` : `${year - 1}-${start}`;
}

/** Whom a wave would ask if it were launched now. `seed` decides between people of one home. */
export async function choiceOf(deps: Pick<Deps, 'clock' | 'env'>, wave: WaveRow, seed: string): Promise<Choice> {
  const now = deps.clock.now();
  const today = localDate(now.getTime(), wave.timeZone);
  return {
    waveId: wave.id,
    campaignId: wave.campaignId,
    purpose: wave.purpose,
    unit: wave.unit,
    kind: surveyKind(wave),
    audience: audience.parse(wave.audience),
    refresh: wave.refresh,
    now,
    today,
    countedSince: wave.period === 'reporting_year' ? reportingYearFrom(today, wave.reportingYearStart) : null,
    seed,
    rings: wave.plan.steps.some(({ channels }) => channels.includes('telephone')),
    keys: await addressKeys(deps.env.secret),
  };
}
