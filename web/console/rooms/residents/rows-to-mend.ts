interface Reject {
  row: number;
  column: string;
  reason: string;
}

/** Splits CSV text into records; a line break inside quotation marks ends none. */
export function recordsOf(csv: string): string[] {
  const records: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < csv.length; at++) {
    if (csv[at] === '"') quoted = !quoted;
    if (csv[at] !== '\n' || quoted) continue;
    records.push(csv.slice(from, at).replace(/\r$/, ''));
    from = at + 1;
  }
  if (from < csv.length) records.push(csv.slice(from));
  return records;
}

/** A leading = + - @ or tab would run as a formula in a spreadsheet. */
const cell = (words: string) => `"${words.replace(/^([=+\-@\t\r])/, "'$1").replaceAll('"', '""')}"`;

/**
 * The rows of a file that cannot be used, with one more column that says what to fix: the same columns, so that the mended file can be
 * brought in. Takes the file's text, the rejects by row (the heading is row 1) and the new column's heading.
 */
export function rowsToMend(csv: string, rejects: readonly Reject[], heading: string): string {
  const records = recordsOf(csv.replace(/^\uFEFF/, ''));
  const byRow = Map.groupBy(rejects, ({ row }) => row);
  const lines = [...byRow].map(([row, those]) => {
    const reasons = those.map(({ column, reason }) => (column === '' ? reason : `${column}: ${reason}`));
    return `${records[row - 1] ?? ''},${cell(reasons.join(' '))}`;
  });
  return `\uFEFF${[`${records[0] ?? ''},${cell(heading)}`, ...lines].join('\r\n')}\r\n`;
}
