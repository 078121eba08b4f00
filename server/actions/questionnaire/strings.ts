import { introKey, type QuestionPart, questionKey, titleKey } from '../../../surveys/questionnaire/keys.ts';
import type { Question } from '../../../surveys/questionnaire/types.ts';

/** One piece of wording that an officer edits. */
export interface StringOf {
  key: string;
  role: 'page' | 'title' | 'hint' | 'option' | 'min' | 'max' | 'sms';
}

/** Words of the questionnaire as a whole. */
export const generalKeys: readonly string[] = [titleKey, introKey];

/** The words of a question in the order they are read; those of its page come with the first question of the page. */
export function stringsOf({ id, kind, options, pageText }: Question, opensPage: boolean): StringOf[] {
  const part = (role: QuestionPart): StringOf => ({ key: questionKey(id, role), role });
  return [
    ...(opensPage && pageText !== undefined ? [{ key: pageText, role: 'page' as const }] : []),
    part('title'),
    part('hint'),
    ...options.map(({ key }): StringOf => ({ key, role: 'option' })),
    ...(kind === 'scale' ? [part('min'), part('max')] : []),
    // A photo is not asked for by text.
    ...(kind === 'photo' ? [] : [part('sms')]),
  ];
}
