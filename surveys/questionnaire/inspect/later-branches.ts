import { askAfter, branchesOf, loops } from './branches.ts';
import { type Draft, numbered, problem } from './draft.ts';
import type { Rule } from './rule.ts';

function find(draft: Draft) {
  const branches = branchesOf(draft.structure);
  const order = [...branches.keys()];
  return order.flatMap((id, place) => {
    if (loops(branches, id)) return [];
    const later = (branches.get(id) ?? []).filter((other) => order.indexOf(other) > place);
    if (later.length === 0) return [];
    const sentence = `${numbered(draft, id)} is asked only after certain answers to ${numbered(draft, later[0] ?? '').toLowerCase()}, which comes later.`;
    return [problem('later_branch', id, sentence)];
  });
}

/** A branch on a question that is asked later: nobody has answered it yet. */
export const laterBranches: Rule = { level: 'stops', find, mend: askAfter };
