import { opensPage, wordQuestion } from '../../interview/ask/asked.ts';
import { askByText } from '../../interview/ask/text.ts';
import { limits } from '../../limits.ts';
import type { Problem } from '../types.ts';
import { type Draft, editionsOf, named, problem } from './draft.ts';
import type { Rule } from './rule.ts';

/** As long as names and numbers get: 15 letters of landlord, 12 of telephone, 39 of link. */
const longest = { landlord: 'M'.repeat(15), phone: '0'.repeat(12), link: 'h'.repeat(39) };

function find(draft: Draft): Problem[] {
  const total = draft.compiled.questions.length;
  return editionsOf(draft).flatMap(([language, texts]) =>
    draft.compiled.questions.flatMap((question) => {
      const opens = opensPage(draft.compiled.questions, question);
      const place = { number: total, total, open: false, opensPage: opens };
      const asked = wordQuestion(question, { texts, language, landlord: longest.landlord }, place);
      const letters = [...askByText(asked, language, longest)].length;
      if (letters <= limits.smsLetters) return [];
      const sentence = `${named(draft, question, language)} has ${letters} letters as a text; at most ${limits.smsLetters} can be sent. Give it shorter words for texts.`;
      return [problem('long_text', question.id, sentence)];
    }),
  );
}

/** A question that is too long for a text message. */
export const longTexts: Rule = { level: 'stops', find };
