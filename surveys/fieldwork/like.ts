import { Temporal } from 'temporal-polyfill';
import { daysBetween, plusDays } from './dates.ts';
import type { ContactPlan } from './plan.ts';

/** The dates of a wave. */
export interface WaveDates {
  opensOn: string;
  closesOn: string;
  resultsOn: string | null;
  actionOn: string | null;
}

/** A wave's dates and steps set on other days: promises as long after the last day as before, dated steps as long after the first. */
export function onOtherDays(
  wave: WaveDates & { plan: ContactPlan },
  { opensOn, closesOn }: Pick<WaveDates, 'opensOn' | 'closesOn'>,
): WaveDates & { plan: ContactPlan } {
  const afterLast = (day: string | null) => day && plusDays(closesOn, daysBetween(wave.closesOn, day));
  const steps = wave.plan.steps.map((step) => ({
    ...step,
    date: step.date && plusDays(opensOn, daysBetween(wave.opensOn, step.date)),
  }));
  return {
    opensOn,
    closesOn,
    resultsOn: afterLast(wave.resultsOn),
    actionOn: afterLast(wave.actionOn),
    plan: { steps },
  };
}

/** A quarter after a day: when a wave like another opens where its campaign has no rhythm of its own. */
export const aQuarterLater = (opensOn: string): string =>
  Temporal.PlainDate.from(opensOn).add({ months: 3 }).toString();
