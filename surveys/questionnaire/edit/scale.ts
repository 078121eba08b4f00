import bank from '../../instruments/scales.json' with { type: 'json' };
import type { Element } from '../schema.ts';
import type { Choice } from './kinds.ts';
import { sourceWords, type Words } from './words.ts';

/** Read as it stands: this runs in the browser, where the tests have held the file to its schema already. */
const scales: Record<
  string,
  { positive: string[]; choices: { value: string; text: string | Record<string, string> }[] }
> = bank.scales;

/** Language of the words under `default` in the bank. */
const bankSource = 'en';

/** Words of the bank for a survey in `source`, in these languages besides. */
function wordsFor(words: Words, source: string, languages: readonly string[]): Words | undefined {
  const { default: english, ...others } = typeof words === 'string' ? { default: words } : words;
  const held: Record<string, string | undefined> = { ...others, [bankSource]: english };
  const wanted = [source, ...languages].filter((code, at, all) => all.indexOf(code) === at && held[code] !== undefined);
  const taken = wanted.map((code) => [code === source ? 'default' : code, held[code] ?? ''] as const);
  if (taken.length === 0) return undefined;
  return taken.length === 1 && taken[0]?.[0] === 'default' ? taken[0][1] : Object.fromEntries(taken);
}

/** The answers of a standard scale; null when there is no such scale. */
const choicesOf = (scale: string, source: string, languages: readonly string[]): Choice[] | null =>
  scales[scale]?.choices.map(({ value, text }) => {
    const words = wordsFor(text, source, languages);
    return { value, ...(words !== undefined && { text: words }) };
  }) ?? null;

/** A choice with the answers of a standard scale and those of them that count as good; null where it cannot be. */
export function withScale(
  element: Element,
  scale: string,
  source: string,
  languages: readonly string[],
): Element | null {
  const choices = choicesOf(scale, source, languages);
  if (!choices || !('choices' in element)) return null;
  const { positive: _, ...rest } = element;
  const good = scales[scale]?.positive ?? [];
  return { ...rest, choices, ...(good.length > 0 && { positive: [...good] }) };
}

/** The standard scales with the words an officer knows them by: the first answer and the last. */
export const standardScales = (source: string): { id: string; first: string; last: string; count: number }[] =>
  Object.entries(scales).map(([id, { choices }]) => ({
    id,
    first: sourceWords(choices[0]?.text, source),
    last: sourceWords(choices.at(-1)?.text, source),
    count: choices.length,
  }));
