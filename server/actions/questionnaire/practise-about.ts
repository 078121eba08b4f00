import type { Nation } from '../../../surveys/fieldwork/bank-holidays.ts';
import type { Fields } from '../../../surveys/interview/answer/web.ts';
import { equalityFields, equalityStep, nextEqualityStep } from '../../../surveys/profiles/equality.ts';
import { isAnswerOf } from '../response/about.ts';

/** Where the questions about the resident stand in a practice. What is answered is not kept: only the next question follows from it. */
export interface PractisedAbout {
  /** The question asked now; null while they are only offered. */
  step: string | null;
  /** Nothing, or nothing on the list, was chosen. */
  missed: boolean;
  over: boolean;
}

export const aboutOffered: PractisedAbout = { step: null, missed: false, over: false };

const one = (value: unknown): string => String(Array.isArray(value) ? (value[0] ?? '') : (value ?? ''));

/** What comes after a page of them was sent, as on the real page (`routes/resident/about.ts`). */
export function takeAbout(nation: Nation, fields: Fields): PractisedAbout {
  const action = one(fields.action);
  if (action === 'end') return { ...aboutOffered, over: true };
  const step = equalityStep(one(fields.question), nation);
  if (step === null) return { ...aboutOffered, step: equalityFields[0] };
  const code = action === 'skip' ? null : one(fields.answer);
  if (code !== null && !isAnswerOf(step, code)) return { step: step.id, missed: true, over: false };
  const next = nextEqualityStep(step, code, nation);
  return { ...aboutOffered, step: next?.id ?? null, over: next === null };
}
