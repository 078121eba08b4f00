import { languages } from '../../language.ts';
import { holesIn } from '../../locales/phrases.ts';
import type { Problem } from '../types.ts';
import { type Draft, editionsOf, problem } from './draft.ts';
import type { Rule } from './rule.ts';

function find(draft: Draft): Problem[] {
  const source = draft.editions[draft.source] ?? {};
  const holes = (text: string) => [...new Set(holesIn(text))].sort().join();
  return editionsOf(draft).flatMap(([language, texts]) =>
    Object.entries(texts)
      .filter(([key, text]) => source[key] !== undefined && holes(text) !== holes(source[key] ?? ''))
      .map(([key]) => {
        const name = languages[language].english;
        return problem(
          'lost_placeholder',
          key,
          `The ${name} words "${key}" must fill in the same things as the source.`,
        );
      }),
  );
}

/** A translation that lost, or gained, something we fill in. */
export const lostPlaceholders: Rule = { level: 'stops', find };
