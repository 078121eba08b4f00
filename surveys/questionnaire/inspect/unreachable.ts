import { everyRoute } from '../../interview/routes.ts';
import { newState } from '../../interview/state.ts';
import { askAlways } from './branches.ts';
import { type Draft, numbered, problem } from './draft.ts';
import type { Rule } from './rule.ts';

function find(draft: Draft) {
  const { compiled, source } = draft;
  const reached = new Set<string>();
  const all = everyRoute(compiled, newState(source), (route) => {
    for (const question of route) reached.add(question.id);
  });
  if (!all) return [];
  return compiled.questions
    .filter((question) => !reached.has(question.id))
    .map(({ id }) =>
      problem(
        'unreachable',
        id,
        `Nobody can ever be asked ${numbered(draft, id).toLowerCase()}: no answers lead to it.`,
      ),
    );
}

/** A question that no answers lead to. Says nothing when there are more ways than we follow. */
export const unreachable: Rule = { level: 'stops', find, mend: askAlways };
