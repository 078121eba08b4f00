import type { SurveyParts } from '../takeapart.ts';
import type { Problem } from '../types.ts';
import type { Draft } from './draft.ts';

/** `stops`: nobody may publish before it is mended. `know`: somebody should have read it. */
export type Level = 'stops' | 'know';

/** One thing to look for in a questionnaire, and what mends it where a machine can. */
export interface Rule {
  level: Level;
  find(draft: Draft): Problem[];
  mend?: Mend;
}

export interface Mend {
  /** What its button says. */
  label: string;
  /** The questionnaire without the problem. */
  apply(parts: SurveyParts, found: Problem): SurveyParts;
}

/** A problem as an officer is shown it: the label of the button that mends it, or null where only a person can. */
export interface Finding extends Problem {
  level: Level;
  fix: string | null;
}
