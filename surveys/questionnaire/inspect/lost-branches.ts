import { askAlways, branchesOf } from './branches.ts';
import { type Draft, numbered, problem } from './draft.ts';
import type { Rule } from './rule.ts';

function find(draft: Draft) {
  const branches = branchesOf(draft.structure);
  return [...branches].flatMap(([id, looked]) => {
    const lost = looked.find((other) => !branches.has(other));
    if (lost === undefined) return [];
    const sentence = `${numbered(draft, id)} is asked only after certain answers to "${lost}", and there is no such question.`;
    return [problem('lost_branch', id, sentence)];
  });
}

/** A branch on a question that was taken out. */
export const lostBranches: Rule = { level: 'stops', find, mend: askAlways };
