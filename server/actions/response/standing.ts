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
