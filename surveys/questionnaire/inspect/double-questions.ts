import { questionKey } from '../keys.ts';
import { type Draft, numbered, ownQuestions, problem } from './draft.ts';
import type { Rule } from './rule.ts';

const two = /\?.*\?/s;
const joined = /\b(?:and|as well as)\b|\S\/\S/i;

function find(draft: Draft) {
  const texts = draft.editions.en ?? {};
  return ownQuestions(draft)
    .filter(({ id, kind }) => {
      const title = texts[questionKey(id, 'title')] ?? '';
      return two.test(title) || (kind !== 'text' && kind !== 'multiple' && joined.test(title));
    })
    .map(({ id }) =>
      problem(
        'double_question',
        id,
        `${numbered(draft, id)} may ask two things at once. One answer cannot be right for both: ask each by itself.`,
      ),
    );
}

/** A question that asks two things, as far as English words show it. */
export const doubleQuestions: Rule = { level: 'know', find };
