/** What a person should mend or know before a questionnaire is published: one rule a file, each gives sentences. */

import type { SurveyJson } from '../schema.ts';
import { assemble, type SurveyParts } from '../takeapart.ts';
import type { Problem } from '../types.ts';
import { branchLoops } from './branch-loops.ts';
import { capitals } from './capitals.ts';
import { dangerLine } from './danger-line.ts';
import { doubleQuestions } from './double-questions.ts';
import type { Draft } from './draft.ts';
import { laterBranches } from './later-branches.ts';
import { longTexts } from './long-texts.ts';
import { lostBranches } from './lost-branches.ts';
import { lostPlaceholders } from './lost-placeholders.ts';
import { manyAnswers } from './many-answers.ts';
import { missingSource, missingWords } from './missing-words.ts';
import { numbersAsAnswers } from './numbers-as-answers.ts';
import { onlyPhotos } from './only-photos.ts';
import { plainLetters } from './plain-letters.ts';
import { readingAges } from './reading-age.ts';
import { reservedWords } from './reserved-words.ts';
import type { Finding, Rule } from './rule.ts';
import { sameQuestions } from './same-questions.ts';
import { sameWords } from './same-words.ts';
import { costlySigns, textCost, textParts } from './text-cost.ts';
import { tooLong } from './too-long.ts';
import { unreachable } from './unreachable.ts';
import { urgentOwner } from './urgent-owner.ts';
import { webOnly } from './web-only.ts';
import { yesAsAnswer } from './yes-as-answer.ts';

/** Every rule by the code of its problems; those that stop come first. */
export const rules: Record<string, Rule> = {
  later_branch: laterBranches,
  branch_loop: branchLoops,
  lost_branch: lostBranches,
  unreachable,
  only_photos: onlyPhotos,
  danger_line: dangerLine,
  reserved_word: reservedWords,
  number_as_answer: numbersAsAnswers,
  same_words: sameWords,
  lost_placeholder: lostPlaceholders,
  long_text: longTexts,
  plain_letters: plainLetters,
  missing_source: missingSource,
  missing_words: missingWords,
  yes_as_answer: yesAsAnswer,
  web_only: webOnly,
  many_answers: manyAnswers,
  double_question: doubleQuestions,
  same_question: sameQuestions,
  reading_age: readingAges,
  urgent_owner: urgentOwner,
  too_long: tooLong,
  costly_signs: costlySigns,
  text_parts: textParts,
  text_cost: textCost,
  capitals,
};

/** Everything the rules find, in their order. */
export const inspect = (draft: Draft): Finding[] =>
  Object.values(rules).flatMap(({ level, find, mend }) =>
    find(draft).map((found) => ({ ...found, level, fix: mend?.label ?? null })),
  );

/** The questionnaire without one of the problems found in it; null when no machine can mend it. */
export function mend(parts: SurveyParts, found: Problem): SurveyJson | null {
  const rule = Object.hasOwn(rules, found.code) ? rules[found.code] : undefined;
  if (!rule?.mend) return null;
  const { structure, editions } = rule.mend.apply(parts, found);
  return assemble(structure, editions);
}
