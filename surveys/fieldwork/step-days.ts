import { Temporal } from 'temporal-polyfill';
import { arrival } from './arrival.ts';
import { bankHolidays } from './bank-holidays.ts';
import { dayWords, localClock, localDate } from './dates.ts';
import { timetable } from './due.ts';
import type { ContactPlan, PlanStep } from './plan.ts';
import { mayPost, postageOf } from './postage.ts';
import { nextWaking, type Place } from './quiet.ts';

/** When one step of a plan goes. Dates and times are local. */
export interface StepDay {
  /** What the plan says. */
  meantFor: string;
  /** What the calendar makes of it. */
  on: string;
  at: string | null;
  /** "4 May is a bank holiday, so 5 May 09:00."; null when it goes as planned. */
  moved: string | null;
  /** Between which days its letters arrive, posted on that day; null where nothing goes by post. */
  arrives: { from: string; to: string } | null;
}

interface DatedPlan {
  plan: ContactPlan;
  opensOn: string;
  closesOn: string;
}

/** Sets each step on the calendar, and says where nobody may be disturbed then. Letters are posted on any day. For staff. */
export function stepDays({ plan, opensOn, closesOn }: DatedPlan, place: Place, today: string): StepDay[] {
  const { planned } = timetable(plan, { opensOn, closesOn, place, sandboxed: [] });
  return plan.steps.map((step, index) => {
    const day = stepDay(step, planned[index] ?? 0, place, today);
    const arrives = mayPost(step) ? arrival(day.meantFor, postageOf(plan.steps, index), place.nation) : null;
    return { ...day, arrives };
  });
}

function stepDay(step: PlanStep, planned: number, place: Place, today: string): Omit<StepDay, 'arrives'> {
  const meantFor = localDate(planned, place.zone);
  const byPost = step.channels.every((channel) => channel === 'post');
  const at = byPost ? planned : nextWaking(planned, place);
  const on = localDate(at, place.zone);
  const clock = byPost && step.time === null ? null : localClock(at, place.zone);
  const why = at === planned ? null : whyMoved(meantFor, on, step, place);
  const moved = why && `${dayWords(meantFor, today)} ${why}, so ${dayWords(on, today)} ${clock}.`;
  return { meantFor, on, at: clock, moved };
}

/** Null where only the hour is later on the same day because the plan names none. */
function whyMoved(meantFor: string, on: string, step: PlanStep, place: Place): string | null {
  if (bankHolidays[place.nation].has(meantFor)) return 'is a bank holiday';
  if (Temporal.PlainDate.from(meantFor).dayOfWeek === 7) return 'is a Sunday';
  if (on === meantFor && step.time === null) return null;
  return `at ${step.time ?? 'that hour'} is outside the hours when we may disturb people`;
}
