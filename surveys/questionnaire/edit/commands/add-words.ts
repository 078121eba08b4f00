import { flatten, freshPage, inserted, unflatten } from '../flat.ts';
import { type Command, refuse } from '../outcome.ts';

export interface AddWords {
  text: string;
  /** Its place among what is shown. */
  to: number;
}

/** Adds words to read: a page begins there. */
export const addWords: Command<AddWords> = (survey, { text, to }) => {
  if (text.trim() === '') return refuse('wrong', 'Write the words first.');
  const items = flatten(survey);
  const name = freshPage(items);
  const head = { name, description: text.trim() };
  const [first] = items;
  // The first page takes the words rather than stand empty before them.
  if (to === 0 && first?.is === 'head' && first.head.description === undefined) {
    const named = { ...first.head, name: first.head.name ?? name, description: head.description };
    return { survey: unflatten(survey, [{ is: 'head', head: named }, ...items.slice(1)]), item: `p.${named.name}` };
  }
  return { survey: unflatten(survey, inserted(items, { is: 'head', head }, to)), item: `p.${name}` };
};
