/** Looks a word of the outside world up in a table of ours. A word such as `constructor` is in no table. */
export const lookUp = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;
