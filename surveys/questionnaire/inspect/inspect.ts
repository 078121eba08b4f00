/** What a person should mend before a questionnaire is published: one rule a file, each gives sentences. */
import type { Problem } from '../types.ts';
import type { Draft } from './draft.ts';
import { longTexts } from './long-texts.ts';
import { lostPlaceholders } from './lost-placeholders.ts';
import { missingWords } from './missing-words.ts';
import { onlyPhotos } from './only-photos.ts';
import { reservedWords } from './reserved-words.ts';
import { sameWords } from './same-words.ts';
import { unreachable } from './unreachable.ts';

export const rules: Record<string, (draft: Draft) => Problem[]> = {
  missing_words: missingWords,
  lost_placeholders: lostPlaceholders,
  same_words: sameWords,
  reserved_words: reservedWords,
  long_texts: longTexts,
  unreachable,
  only_photos: onlyPhotos,
};

/** Every problem of a draft that compiled, by every rule. */
export const inspect = (draft: Draft): Problem[] => Object.values(rules).flatMap((rule) => rule(draft));
