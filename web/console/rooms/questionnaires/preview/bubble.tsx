/** The words of a text with the letters that make it cost more marked where they stand. */
export function Marked({ words, forcing }: { words: string; forcing: readonly string[] }) {
  const costly = new Set(forcing);
  const runs: { words: string; costly: boolean }[] = [];
  for (const letter of words) {
    const last = runs.at(-1);
    if (last?.costly === costly.has(letter)) last.words += letter;
    else runs.push({ words: letter, costly: costly.has(letter) });
  }
  // A text in another script is all of such letters: marking every word would mark nothing.
  if (forcing.length > mostMarked) return words;
  return runs.map((run, at) => {
    const key = `${at} ${run.words}`;
    return run.costly ? <mark key={key}>{run.words}</mark> : <span key={key}>{run.words}</span>;
  });
}

/** Different letters that are marked and named one by one; more are a script of their own. */
export const mostMarked = 8;

/** A letter by its picture and its number, for letters that look alike: "’ (U+2019)". */
export const nameOf = (letter: string): string =>
  `${letter} (U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;
