import { askAlways, branchesOf, loops } from './branches.ts';
import { type Draft, numbered, problem } from './draft.ts';
import type { Rule } from './rule.ts';

function find(draft: Draft) {
  const branches = branchesOf(draft.structure);
  return [...branches.keys()]
    .filter((id) => loops(branches, id))
    .map((id) => {
      const own = branches.get(id)?.includes(id) === true;
      const sentence = own
        ? `${numbered(draft, id)} waits for its own answer, so nobody is ever asked it.`
        : `${numbered(draft, id)} waits for a question that waits for it, so nobody is ever asked either.`;
      return problem('branch_loop', id, sentence);
    });
}

/** Questions that wait for each other. */
export const branchLoops: Rule = { level: 'stops', find, mend: askAlways };
