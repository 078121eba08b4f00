/** The facts of an audit line as words: "languages: en, cy; count: 3". Nested ones are told by their names only. */
export function sayDetail(detail: unknown): string {
  if (detail === null || detail === undefined) return '';
  if (Array.isArray(detail)) return detail.map(sayDetail).join(', ');
  if (typeof detail !== 'object') return String(detail);
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${sayDetail(value)}`)
    .join('; ');
}
