import type { Survey } from '../../../db/queries/survey.ts';
import { localDate } from '../../../surveys/fieldwork/dates.ts';
import type { State } from '../../../surveys/interview/types.ts';

/** Where a survey stands for one resident at one moment. A wave ends with its last day, whether or not anybody pressed Close. */
export type SurveyStanding = 'open' | 'finished' | 'closed' | 'paused' | 'not_open';

export function standingOf({ status, opensOn, closesOn, timeZone }: Survey, state: State, now: Date): SurveyStanding {
  const today = localDate(now.getTime(), timeZone);
  if (status === 'closed' || today > closesOn) return 'closed';
  if (status === 'draft' || today < opensOn) return 'not_open';
  if (status === 'paused') return 'paused';
  return state.status === 'finished' ? 'finished' : 'open';
}

/** Standings in which an answer of the resident's own is not taken. */
export type TurnedAway = 'not_open' | 'closed' | 'finished';

/**
 * Whether an answer of the resident's own is turned away; null when it is taken. Pausing stops what we send: an answer
 * already on its way counts. What is finished is changed only by `mayChange`: the device or the number that answered.
 */
export function turnedAway(survey: Survey, state: State, now: Date, mayChange: boolean): TurnedAway | null {
  const standing = standingOf(survey, state, now);
  if (standing === 'not_open' || standing === 'closed') return standing;
  return state.status === 'finished' && !mayChange ? 'finished' : null;
}
