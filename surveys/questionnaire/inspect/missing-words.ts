import { languages } from '../../language.ts';
import { questionKey } from '../keys.ts';
import { hasPhrase } from '../option-phrases.ts';
import type { Texts } from '../types.ts';
import { type Draft, editionsOf, numbered, problem } from './draft.ts';
import type { Rule } from './rule.ts';

/** Keys that nobody can be asked without: titles, and the words of options. */
function needed({ compiled }: Draft): { key: string; question: string }[] {
  return compiled.questions.flatMap(({ id, options }) => [
    { key: questionKey(id, 'title'), question: id },
    ...options.filter((option) => !hasPhrase(option.id)).map(({ key }) => ({ key, question: id })),
  ]);
}

const lacks = (texts: Texts, key: string): boolean => (texts[key] ?? '').trim() === '';

function findInSource(draft: Draft) {
  const texts = draft.editions[draft.source] ?? {};
  return needed(draft)
    .filter(({ key }) => lacks(texts, key))
    .map(({ key, question }) => {
      const what = key === questionKey(question, 'title') ? 'has no words yet' : 'has an answer without words';
      return problem('missing_source', key, `${numbered(draft, question)} ${what}.`);
    });
}

/** The language it is written in lacks some of the words. */
export const missingSource: Rule = { level: 'stops', find: findInSource };

function find(draft: Draft) {
  const keys = new Set([...Object.keys(draft.editions[draft.source] ?? {}), ...needed(draft).map(({ key }) => key)]);
  return editionsOf(draft).flatMap(([language, texts]) => {
    const missing = [...keys].filter((key) => lacks(texts, key));
    if (missing.length === 0 || language === draft.source) return [];
    const count = missing.length === 1 ? '1 text is' : `${missing.length} texts are`;
    return [problem('missing_words', language, `${languages[language].english}: ${count} missing.`)];
  });
}

/** A translation that lacks some of the words: it holds up that language, not the questionnaire. */
export const missingWords: Rule = { level: 'know', find };
