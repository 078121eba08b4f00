import { type Draft, numbered, ownQuestions, problem } from './draft.ts';
import type { Rule } from './rule.ts';

/** More than this and a reply by text has two figures, and nobody on the telephone keeps them in mind. */
const most = 9;

const find = (draft: Draft) =>
  ownQuestions(draft)
    .filter(({ options }) => options.length > most)
    .map(({ id, options }) =>
      problem(
        'many_answers',
        id,
        `${numbered(draft, id)} offers ${options.length} answers. By text and on the telephone few can keep more than ${most} in mind.`,
      ),
    );

/** More answers than a text or a voice carries well. */
export const manyAnswers: Rule = { level: 'know', find };
