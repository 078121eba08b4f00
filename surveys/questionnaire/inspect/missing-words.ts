import { languages } from '../../language.ts';
import { questionKey } from '../keys.ts';
import { hasPhrase } from '../option-phrases.ts';
import type { Problem } from '../types.ts';
import { type Draft, editionsOf, problem } from './draft.ts';

/** Keys every edition must have: titles, the words of options, and whatever else the source says. */
function wanted({ compiled, source, editions }: Draft): Set<string> {
  const keys = new Set(Object.keys(editions[source] ?? {}));
  for (const question of compiled.questions) {
    keys.add(questionKey(question.id, 'title'));
    for (const option of question.options) if (!hasPhrase(option.id)) keys.add(option.key);
  }
  return keys;
}

/** A language that lacks some of the words. */
export function missingWords(draft: Draft): Problem[] {
  const keys = [...wanted(draft)];
  return editionsOf(draft).flatMap(([language, texts]) => {
    const missing = keys.filter((key) => (texts[key] ?? '').trim() === '');
    if (missing.length === 0) return [];
    const count = missing.length === 1 ? '1 text is' : `${missing.length} texts are`;
    return [problem('missing_words', language, `${languages[language].english}: ${count} missing.`)];
  });
}
