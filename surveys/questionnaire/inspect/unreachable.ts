import { everyRoute } from '../../interview/routes.ts';
import { newState } from '../../interview/state.ts';
import type { Problem } from '../types.ts';
import { type Draft, problem } from './draft.ts';

/** A question that no answers lead to. Says nothing when there are more ways than we follow. */
export function unreachable({ compiled, source }: Draft): Problem[] {
  const reached = new Set<string>();
  const all = everyRoute(compiled, newState(source), (route) => {
    for (const question of route) reached.add(question.id);
  });
  if (!all) return [];
  return compiled.questions
    .filter((question) => !reached.has(question.id))
    .map(({ id }) => problem('unreachable', id, `Nobody can ever be asked question "${id}": no answers lead to it.`));
}
