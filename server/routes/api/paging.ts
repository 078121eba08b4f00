import { problems } from '../../problem.ts';

const encode = (key: readonly string[]) => encodeURIComponent(JSON.stringify(key));

function decode(cursor: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(cursor));
  } catch {
    return null;
  }
}

/** The key a list goes on after, of so many parts; null for the first page. Throws `bad_input` for a cursor that we did not give. */
export function after(cursor: string | undefined, parts: number): string[] | null {
  if (cursor === undefined) return null;
  const key = decode(cursor);
  if (Array.isArray(key) && key.length === parts && key.every((part) => typeof part === 'string')) return key;
  throw problems.badInput([{ path: 'query.cursor', message: 'Use the cursor as the last page gave it.' }]);
}

/** One page of rows that were fetched one past the limit, and the cursor of the following page. */
export function pageOf<T>(rows: readonly T[], limit: number, key: (row: T) => readonly string[]) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encode(key(last)) : null };
}
