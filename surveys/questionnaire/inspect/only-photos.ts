import type { Problem } from '../types.ts';
import { type Draft, problem } from './draft.ts';

/** Nothing but photos: by text, on paper and on the telephone there would be nothing to ask. */
export function onlyPhotos({ compiled: { questions } }: Draft): Problem[] {
  if (questions.length === 0 || questions.some(({ kind }) => kind !== 'photo')) return [];
  const sentence =
    'There are only photos, which the web alone can take. Ask something that can be answered in every way too.';
  return [problem('only_photos', questions[0]?.id ?? '', sentence)];
}
