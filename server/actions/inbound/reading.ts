import { isCode } from '../../../surveys/fieldwork/code.ts';
import type { Asking } from '../../../surveys/interview/answer/text.ts';
import { fold } from '../../../surveys/interview/answer/words.ts';
import { digitsIn } from '../../../surveys/interview/digits.ts';
import { newState } from '../../../surveys/interview/state.ts';
import type { Input } from '../../../surveys/interview/types.ts';

/** Reads a text that is about no survey: only STOP, START, HELP and words of danger mean anything. */
export const noForm: Asking = { compiled: { compiler: 1, questions: [] }, state: newState('en'), texts: {} };

/** The first 12 digits of a text that are a code, in any script, in groups or not; null when there are none. */
export function codeIn(body: string): string | null {
  const found = digitsIn(body.normalize('NFKC')).match(/(?<!\d)\d{4}[ -]?\d{4}[ -]?\d{4}(?!\d)/g) ?? [];
  return found.map((each) => each.replace(/\D/g, '')).find(isCode) ?? null;
}

/** Words beside a chosen number from which on a person should read them too: "2 but the lift is broken again". */
const MORE_WORDS = 4;

/** True when somebody chose an answer and said more than that. */
export function hasMoreToSay(body: string, input: Input): boolean {
  if (input.type !== 'answer') return false;
  const words = fold(body)
    .split(' ')
    .filter((word) => /\p{L}{2}/u.test(word));
  return words.length >= MORE_WORDS && /\p{Nd}/u.test(body);
}
