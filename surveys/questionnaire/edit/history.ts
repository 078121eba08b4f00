/** Undo and redo of a draft: what it was, what it is, what was undone. Whole drafts are kept, so undo is exact. */
import type { SurveyJson } from '../schema.ts';

/** Steps that can be undone; with 60 questions in four languages about 20 MB if no two drafts shared anything. */
const mostSteps = 200;
/** Letters typed into one box within this time of each other are one step. */
const oneStepMs = 1_500;

export interface History {
  past: readonly SurveyJson[];
  present: SurveyJson;
  future: readonly SurveyJson[];
  /** What the newest step was about, and when, so that the next letter of the same box joins it. */
  last: { about: string; at: number } | null;
}

export const begun = (present: SurveyJson): History => ({ past: [], present, future: [], last: null });

/** The history after a step. Takes what it is about, null when it stands alone, and when it was done in milliseconds. */
export function did(history: History, next: SurveyJson, about: string | null, at: number): History {
  const { past, present, last } = history;
  const joins = about !== null && last?.about === about && at - last.at < oneStepMs;
  return {
    past: joins ? past : [...past, present].slice(-mostSteps),
    present: next,
    future: [],
    last: about === null ? null : { about, at },
  };
}

export function undone(history: History): History {
  const before = history.past.at(-1);
  if (!before) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], last: null };
}

export function redone(history: History): History {
  const [next, ...future] = history.future;
  return next ? { past: [...history.past, history.present], present: next, future, last: null } : history;
}

/** The same history over another draft: every step is carried over by `onto`. */
export const carried = (history: History, onto: (draft: SurveyJson) => SurveyJson): History => ({
  past: history.past.map(onto),
  present: onto(history.present),
  future: history.future.map(onto),
  last: null,
});
