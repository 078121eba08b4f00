import { type Draft, problem } from './draft.ts';
import type { Rule } from './rule.ts';

const find = ({ compiled }: Draft) =>
  compiled.questions.length > 0 && compiled.questions.every(({ kind }) => kind === 'photo')
    ? [
        problem(
          'only_photos',
          '',
          'There are only photos, which the web alone can take. Ask something that can be answered in every way too.',
        ),
      ]
    : [];

/** Photos alone leave nothing to ask by text, on paper or on the telephone. */
export const onlyPhotos: Rule = { level: 'stops', find };
