/** Ids of questions and answers: made once from the words they begin with, and never changed when those are reworded. */
import { limits } from '../../limits.ts';
import { optionMeanings } from '../types.ts';

/** Ids that mean something to us or to survey-core. */
const reserved = [...Object.keys(optionMeanings), 'other', 'yes', 'no'];

/** Whole words as far as they fit, in small letters without accents: "How clean is the café?" is `how_clean_is_the_cafe`. */
function slug(words: string): string {
  const plain = words.normalize('NFKD').replace(/[\p{M}'’]/gu, '');
  const parts = plain
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '');
  // Room for "_" and a number that keeps the id apart from others.
  const most = limits.idLetters - 4;
  let id = '';
  for (const part of parts) {
    const longer = id === '' ? part : `${id}_${part}`;
    if (longer.length > most) break;
    id = longer;
  }
  return id === '' ? (parts[0] ?? '').slice(0, most) : id;
}

/** The first of `base`, `base_2`, `base_3` that is free; case does not make two ids of one. */
function apart(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base.toLowerCase())) return base;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${base}_${number}`.toLowerCase())) return `${base}_${number}`;
  }
}

const setOf = (names: readonly string[]) => new Set(names.map((name) => name.toLowerCase()));

/** An id for a new question. Words in a script without Latin letters give `question`, `question_2`. */
export function questionId(words: string, taken: readonly string[]): string {
  const base = slug(words);
  const named = /^[a-z]/.test(base) && !(base in {}) ? base : 'question';
  return apart(named, setOf(taken));
}

/** An id for a new answer of a question. */
export const answerId = (words: string, taken: readonly string[]): string =>
  apart(slug(words) || 'answer', setOf([...taken, ...reserved]));
