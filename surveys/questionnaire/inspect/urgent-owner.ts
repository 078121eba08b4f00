import { type Draft, numbered, problem } from './draft.ts';
import type { Rule } from './rule.ts';

function find(draft: Draft) {
  const written = draft.compiled.questions.find(({ kind }) => kind === 'text');
  if (!written || draft.owner !== null) return [];
  const sentence = `${numbered(draft, written.id)} asks for people's own words, and nobody is named who reads those that sound urgent. Name somebody in Settings.`;
  return [problem('urgent_owner', written.id, sentence)];
}

/** Own words that read like a danger or a repair come before somebody by name. */
export const urgentOwner: Rule = { level: 'know', find };
