/** An item of an agenda while it is planned; `key` is ours, so that a moved row keeps its focus. */
export interface AgendaItem {
  key: number;
  title: string;
  summary: string;
}

/** The agenda with one item moved by so many places; as it was when it cannot go there. */
export function moved(items: readonly AgendaItem[], from: number, by: -1 | 1): AgendaItem[] {
  const to = from + by;
  const [one, other] = [items[from], items[to]];
  if (!one || !other) return [...items];
  return items.with(from, other).with(to, one);
}

/** One more empty item at the end. */
export const grown = (items: readonly AgendaItem[]): AgendaItem[] => [
  ...items,
  { key: 1 + Math.max(0, ...items.map(({ key }) => key)), title: '', summary: '' },
];
