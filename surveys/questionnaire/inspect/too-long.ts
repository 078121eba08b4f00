import { type Draft, problem } from './draft.ts';
import type { Rule } from './rule.ts';

/** Past this many minutes many more give up (facts of web surveys; a panel takes 4). */
const longest = 10;
/** Most questions take half a minute; own words take more than one. */
const seconds = { text: 75, other: 30 };

/** Whole minutes that a questionnaire takes when every question is asked. */
export function minutesOf({ questions }: Pick<Draft['compiled'], 'questions'>): number {
  const taken = questions.reduce((sum, { kind }) => sum + (kind === 'text' ? seconds.text : seconds.other), 0);
  return Math.ceil(taken / 60);
}

function find({ compiled }: Draft) {
  const minutes = minutesOf(compiled);
  if (minutes <= longest) return [];
  return [
    problem('too_long', '', `It takes about ${minutes} minutes. Past ${longest}, many more people stop half way.`),
  ];
}

/** A questionnaire that takes too long. */
export const tooLong: Rule = { level: 'know', find };
