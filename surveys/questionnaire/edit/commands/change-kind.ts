import { elementsOf } from '../../elements.ts';
import { type BranchTest, howsOf, readBranch, writeBranch } from '../branch.ts';
import { withElement } from '../flat.ts';
import { asKind, type EditKind, editKindOf, offered } from '../kinds.ts';
import { type Command, noSuch } from '../outcome.ts';
import { kindsIn, refuseUsed, usersOf, withConditions, withoutUses } from '../uses.ts';

export interface ChangeKind {
  question: string;
  kind: EditKind;
  /** Take away the branches that the new kind cannot lead to. */
  branches?: boolean;
}

/** Asks the same in another way; words stay, and answers where they can. Names the branches that need the old answers. */
export const changeKind: Command<ChangeKind> = (survey, { question, kind, branches = false }) => {
  const element = elementsOf(survey).find(({ name }) => name === question);
  if (!element) return noSuch('question');
  if (editKindOf(element) === kind) return { survey, item: `q.${question}` };
  const made = asKind(element, kind);
  const answers = offered(made);
  const lost = ({ how, values }: BranchTest) =>
    !howsOf[kind].includes(how) || (answers.length > 0 && values.some((value) => !answers.includes(value)));
  const looked = { question, lost };
  const users = usersOf(survey, looked);
  if (users.length > 0 && !branches) return refuseUsed(survey, users, 'an answer this kind does not have');
  const changed = withElement(users.length > 0 ? withoutUses(survey, looked) : survey, question, () => made);
  const kindOf = kindsIn(changed);
  // An answer is one of several in the new kind, or a number: the same branch is written another way.
  const written = withConditions(changed, (expression) => {
    const branch = readBranch(expression);
    return branch?.tests.some((test) => test.question === question) ? writeBranch(branch, kindOf) : expression;
  });
  return { survey: written, item: `q.${question}` };
};
