import { limits } from '../../limits.ts';
import type { Problem } from '../types.ts';
import { asText } from './as-text.ts';
import { type Draft, editionsOf, named, problem } from './draft.ts';
import type { Rule } from './rule.ts';

function find(draft: Draft): Problem[] {
  return editionsOf(draft).flatMap(([language, texts]) =>
    draft.compiled.questions.flatMap((question) => {
      const letters = [...asText(draft, question, language, texts)].length;
      if (letters <= limits.smsLetters) return [];
      const sentence = `${named(draft, question, language)} has ${letters} letters as a text; at most ${limits.smsLetters} can be sent. Give it shorter words for texts.`;
      return [problem('long_text', question.id, sentence)];
    }),
  );
}

/** A question that is too long for a text message. */
export const longTexts: Rule = { level: 'stops', find };
