import type { Structure } from './schema.ts';
import type { Sha256, Texts } from './types.ts';

/** JSON with the keys of every object in order, so that equal contents give equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}

/** Hash of what a version is: its structure and its source words. */
export const contentHash = (structure: Structure, texts: Texts, sha256: Sha256): Promise<string> =>
  sha256(canonicalJson({ structure, texts }));

/** Hash of one revision of an edition. */
export const textsHash = (texts: Texts, sha256: Sha256): Promise<string> => sha256(canonicalJson(texts));
