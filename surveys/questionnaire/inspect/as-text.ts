import { opensPage, wordQuestion } from '../../interview/ask/asked.ts';
import { askByText } from '../../interview/ask/text.ts';
import type { Language } from '../../language.ts';
import type { Question, Texts } from '../types.ts';
import type { Draft } from './draft.ts';

/** As long as names and numbers get: 15 letters of landlord, 12 of telephone, 39 of link. */
const longest = { landlord: 'M'.repeat(15), phone: '0'.repeat(12), link: 'h'.repeat(39) };

/** A question as the longest text it can be sent as, with the words of its page where it opens one. */
export function asText(
  { compiled: { questions } }: Draft,
  question: Question,
  language: Language,
  texts: Texts,
): string {
  const total = questions.length;
  const place = { number: total, total, open: false, opensPage: opensPage(questions, question) };
  return askByText(wordQuestion(question, { texts, language, landlord: longest.landlord }, place), language, longest);
}
