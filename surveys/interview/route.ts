/** Which questions apply, in order, and which comes next. */
import type { Mode } from '../mode.ts';
import { holds, type Known } from '../questionnaire/evaluate.ts';
import type { Compiled, Question } from '../questionnaire/types.ts';
import { isDealtWith } from './state.ts';
import type { State } from './types.ts';

/**
 * The questions that apply, given the answers so far. A condition sees only answers that are themselves on the
 * route, so an answer left behind by a change of mind opens nothing.
 */
export function route(compiled: Compiled, state: State): readonly Question[] {
  const known = new Map<string, Known>();
  return compiled.questions.filter((question) => {
    if (question.showIf && !holds(question.showIf, (id) => known.get(id))) return false;
    known.set(question.id, state.answers[question.id]?.value);
    return true;
  });
}

/** A photo can be given on the web alone; in every other mode the interview goes past it and leaves it open. */
export const isAskedIn = ({ kind }: Question, mode: Mode): boolean => kind !== 'photo' || mode === 'web';

/**
 * The first question of the route after `after` that is not dealt with and that this mode can ask, else the first one before
 * it; null if none is left.
 */
export function nextQuestion(compiled: Compiled, state: State, after: string | null, mode: Mode): string | null {
  const open = route(compiled, state).filter(
    (question) => isAskedIn(question, mode) && !isDealtWith(state, question.id),
  );
  const place = compiled.questions.findIndex((question) => question.id === after);
  const later = open.find((question) => compiled.questions.indexOf(question) > place);
  return (later ?? open[0])?.id ?? null;
}

/** The question of the route before `before` (the last one when it is null) that this mode can ask. */
export function earlierQuestion(compiled: Compiled, state: State, before: string | null, mode: Mode): string | null {
  const asked = route(compiled, state).filter((question) => question.id === before || isAskedIn(question, mode));
  const place = asked.findIndex((question) => question.id === before);
  return asked[(place < 0 ? asked.length : place) - 1]?.id ?? null;
}

/** Photos that may still be added on the web: on the route, neither given nor passed over. */
export const openPhotos = (compiled: Compiled, state: State): readonly Question[] =>
  route(compiled, state).filter(({ kind, id }) => kind === 'photo' && !isDealtWith(state, id));

export const questionById = (compiled: Compiled, id: string): Question | undefined =>
  compiled.questions.find((question) => question.id === id);

/** Whether the question must be answered: its condition says so where it has one, and sees only answers on the route. */
export function isRequired({ required, requiredIf }: Question, { answers }: State): boolean {
  const known = (id: string): Known => (answers[id]?.offRoute ? undefined : answers[id]?.value);
  return requiredIf === null ? required : holds(requiredIf, known);
}
