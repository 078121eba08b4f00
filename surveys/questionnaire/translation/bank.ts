import { bankPhrases } from '../../instruments/phrases.ts';
import type { Bank } from './types.ts';

/** The bank for one language: what its words are for each source wording it knows. The first wins where two differ. */
export function bankFor(source: string, language: string): Bank {
  const bank = new Map<string, { text: string; approved: boolean }>();
  for (const { words, approved } of bankPhrases) {
    const from = words[source];
    const text = words[language];
    if (from !== undefined && text !== undefined && !bank.has(from))
      bank.set(from, { text, approved: approved.includes(language) });
  }
  return bank;
}
