/** Numbers in what someone wrote, in any script's digits or in words. */
import type { Language } from '../../language.ts';
import { digitsIn } from '../digits.ts';
import { fold, isWordIn, numberWord } from './words.ts';

/** Whole numbers standing alone: not part of "2nd", "24/7", "10am" or "£2". */
function standing(text: string): number[] {
  return (
    digitsIn(text.normalize('NFKC'))
      .replace(/[\p{Cf}\p{M}]/gu, '')
      // Chinese writes "choose" and "points" against the number.
      .replace(/[选選分]/gu, ' ')
      .split(/[\s,;،؛，、。&+]+/u)
      .map((token) => token.replace(/^[#("'“‘]+|[.)!?"'”’:۔]+$/gu, ''))
      .filter((token) => /^\d{1,4}$/.test(token))
      .map(Number)
  );
}

/** Words for numbers, when every other word of the message is one that says nothing ("I think two maybe"). */
function spelled(text: string, language: Language): number[] {
  const words = fold(text).split(' ');
  const numbers = words.map((word) => numberWord(language, word));
  const plain = words.every((word, place) => numbers[place] !== null || isWordIn('fillers', language, word));
  return plain ? numbers.filter((number) => number !== null) : [];
}

/** Each different number, in the order written. */
export function numbersIn(text: string, language: Language): number[] {
  const digits = standing(text);
  return [...new Set(digits.length > 0 ? digits : spelled(text, language))];
}

/** The one decimal number of a text, or null. */
export function decimalIn(text: string): number | null {
  const found = digitsIn(text.normalize('NFKC')).match(/(?<![\d.,])-?\d+(?:[.,]\d+)?(?![\d.,]*\d)/g) ?? [];
  return found.length === 1 ? Number(found[0]?.replace(',', '.')) : null;
}
