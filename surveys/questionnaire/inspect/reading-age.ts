import { questionKey } from '../keys.ts';
import type { Compiled, Texts } from '../types.ts';
import { type Draft, numbered, ownQuestions, problem } from './draft.ts';
import type { Rule } from './rule.ts';

/** Half of adults in England read below this (Skills for Life survey 2011: level 1 and under). */
const oldest = 12;
/** Under this many words the formula says nothing. */
const fewest = 8;

/** Groups of vowels, without a silent e: right for nine in ten everyday words. */
function syllables(word: string): number {
  const spoken = word
    .toLowerCase()
    .replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '')
    .replace(/^y/, '');
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 0);
}

/**
 * The age at which one can read English words, in years from 5 to 18; null for too few to tell. Flesch-Kincaid grade (Kincaid et al. 1975) plus 5:
 * 0.39 x words a sentence + 11.8 x syllables a word - 15.59.
 */
export function readingAge(text: string): number | null {
  const words = text.match(/[A-Za-z][A-Za-z'’]*/g) ?? [];
  if (words.length < fewest) return null;
  const sentences = Math.max(1, text.match(/[.!?:;]+(?=\s|$)/g)?.length ?? 0);
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
  const grade = (0.39 * words.length) / sentences + (11.8 * spoken) / words.length - 15.59;
  return Math.min(18, Math.max(5, Math.round(grade + 5)));
}

const wordsOf = (texts: Texts, id: string): string =>
  [texts[questionKey(id, 'title')], texts[questionKey(id, 'hint')]].filter(Boolean).join('. ');

/** The reading age of all questions together. */
export const readingAgeOf = ({ questions }: Compiled, texts: Texts): number | null =>
  readingAge(questions.map(({ id }) => wordsOf(texts, id)).join('. '));

function find(draft: Draft) {
  const texts = draft.editions.en ?? {};
  return ownQuestions(draft).flatMap(({ id }) => {
    const age = readingAge(wordsOf(texts, id));
    if (age === null || age <= oldest) return [];
    const sentence = `${numbered(draft, id)} takes a reading age of ${age === 18 ? '18 or more' : age}. Shorter words and sentences help: aim for ${oldest} or less.`;
    return [problem('reading_age', id, sentence)];
  });
}

/** English that many cannot read with ease. Other languages have no formula we trust. */
export const readingAges: Rule = { level: 'know', find };
