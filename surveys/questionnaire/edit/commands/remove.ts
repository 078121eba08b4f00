import { arranged, flatten, isShown, itemKey } from '../flat.ts';
import { type Command, noSuch } from '../outcome.ts';
import { refuseUsed, usersOf, withoutUses } from '../uses.ts';

export interface Remove {
  /** `q.stairs` or `p.page2`. */
  item: string;
  /** Take away the branches that look at it too: those questions are then asked of everybody. */
  branches?: boolean;
}

/** Removes a question, or words to read: the pages they parted become one. Names the branches that use a question. */
export const remove: Command<Remove> = (survey, { item, branches = false }) => {
  const items = flatten(survey);
  const found = items.find((one) => itemKey(one) === item && isShown(one));
  if (!found) return noSuch('question');
  if (found.is === 'head')
    return {
      survey: arranged(
        survey,
        items.filter((one) => one !== found),
      ),
      item,
    };
  const looked = { question: found.element.name, lost: () => true };
  const users = usersOf(survey, looked);
  if (users.length > 0 && !branches) return refuseUsed(survey, users, 'an answer to this one');
  const rest = arranged(
    survey,
    items.filter((one) => one !== found),
  );
  return { survey: users.length > 0 ? withoutUses(rest, looked) : rest, item };
};
