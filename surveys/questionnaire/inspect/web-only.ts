import { type Draft, numbered, problem } from './draft.ts';
import type { Rule } from './rule.ts';

const find = (draft: Draft) =>
  draft.compiled.questions
    .filter(({ kind }) => kind === 'photo')
    .map(({ id }) =>
      problem(
        'web_only',
        id,
        `${numbered(draft, id)} asks for a photo. By text and on paper people are told where to send one; on the telephone it is not asked.`,
      ),
    );

/** A question that only the web can ask. */
export const webOnly: Rule = { level: 'know', find };
