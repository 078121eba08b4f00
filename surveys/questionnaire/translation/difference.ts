/** One run of words that stayed, was struck out, or was added. */
export interface Run {
  kind: 'same' | 'struck' | 'added';
  text: string;
}

/** Words with the space after them, so that the runs put together are the text. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

/** Past this many pairs of words the whole is shown as struck and added: nobody reads so long a comparison, and it takes the square of the words. */
const mostPairs = 250_000;

/** Length of the longest common run from each pair of places to the end. */
function commonFrom(before: readonly string[], after: readonly string[]): number[][] {
  const table = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const same = before[i]?.trim() === after[j]?.trim();
      const row = table[i];
      if (row) row[j] = same ? 1 + (table[i + 1]?.[j + 1] ?? 0) : Math.max(table[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}

function push(runs: Run[], kind: Run['kind'], text: string): void {
  const last = runs.at(-1);
  if (last?.kind === kind) last.text += text;
  else runs.push({ kind, text });
}

/** What was struck and what was added between two texts, word by word. */
export function differenceOf(before: string, after: string): Run[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (old.length * now.length > mostPairs)
    return [
      { kind: 'struck', text: before },
      { kind: 'added', text: after },
    ];
  const common = commonFrom(old, now);
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [was = '', is = ''] = [old[i], now[j]];
    if (i < old.length && j < now.length && was.trim() === is.trim()) {
      push(runs, 'same', is);
      i += 1;
      j += 1;
    } else if (i < old.length && (j >= now.length || (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) {
      push(runs, 'struck', was);
      i += 1;
    } else {
      push(runs, 'added', is);
      j += 1;
    }
  }
  return runs;
}
