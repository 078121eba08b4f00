import { fold } from '../../interview/answer/words.ts';
import { questionKey } from '../keys.ts';
import { type Draft, numbered, problem } from './draft.ts';
import type { Rule } from './rule.ts';

function find(draft: Draft) {
  const texts = draft.editions[draft.source] ?? {};
  const first = new Map<string, string>();
  return draft.compiled.questions.flatMap(({ id }) => {
    const title = fold(texts[questionKey(id, 'title')] ?? '');
    const before = first.get(title);
    if (title === '' || before === undefined) {
      first.set(title, id);
      return [];
    }
    return [
      problem(
        'same_question',
        id,
        `${numbered(draft, id)} has the same words as ${numbered(draft, before).toLowerCase()}.`,
      ),
    ];
  });
}

/** The same question asked twice. */
export const sameQuestions: Rule = { level: 'know', find };
