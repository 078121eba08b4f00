import { arranged, flatten, inserted, isShown, itemKey } from '../flat.ts';
import { type Command, noSuch, refuse } from '../outcome.ts';
import { aheadIn } from '../uses.ts';
import { calling } from '../words.ts';

export interface Move {
  /** `q.stairs` or `p.page2`. */
  item: string;
  /** Its place after the move among what is shown, from 0. */
  to: number;
}

/** Moves a question or words to read. A question stays after the one its branch looks at. */
export const move: Command<Move> = (survey, { item, to }) => {
  const items = flatten(survey);
  const found = items.find((one) => itemKey(one) === item && isShown(one));
  if (!found) return noSuch('question');
  const rest = items.filter((one) => one !== found);
  const moved = arranged(survey, inserted(rest, found, Math.max(0, to)));
  const before = aheadIn(survey);
  const broken = aheadIn(moved).find((pair) => !before.includes(pair));
  if (broken === undefined) return { survey: moved, item };
  const [asked = '', because = ''] = broken.split(' ');
  const names = calling(survey, asked);
  return refuse(
    'order',
    `${names.charAt(0).toUpperCase()}${names.slice(1)} is asked only because of an answer to ${calling(survey, because)}, so it stays after it.`,
  );
};
