import { minutesFor } from '../minutes.ts';
import { type Draft, problem } from './draft.ts';
import type { Rule } from './rule.ts';

/** Past this many minutes many more give up (facts of web surveys; a panel takes 4). */
const longest = 10;
function find({ compiled }: Draft) {
  const minutes = minutesFor(compiled.questions.length);
  if (minutes <= longest) return [];
  return [
    problem('too_long', '', `It takes about ${minutes} minutes. Past ${longest}, many more people stop half way.`),
  ];
}

/** A questionnaire that takes too long. */
export const tooLong: Rule = { level: 'know', find };
