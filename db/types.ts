/** How values of Postgres are read and written, without asking it for its types at each connection. */

/** Numbers as Postgres names its types. */
const oid = {
  int8: 20,
  numeric: 1700,
  date: 1082,
  textArray: 1009,
  uuidArray: 2951,
  int4Array: 1007,
  dateArray: 1182,
} as const;

const quoted = (item: string | null) => (item === null ? 'NULL' : `"${item.replace(/[\\"]/g, '\\$&')}"`);

/** `{"a b","c"}`: one level of an array, every item quoted. */
export const writeArray = (items: readonly unknown[]): string =>
  `{${items.map((item) => quoted(item === null || item === undefined ? null : String(item))).join(',')}}`;

/** Reads one level of an array: items bare, or quoted with \ before a quote or another \. */
export function readArray(text: string): (string | null)[] {
  const items = text.slice(1, -1).matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/g);
  return [...items].map(([, quotedItem, bare]) =>
    quotedItem === undefined ? (bare === 'NULL' ? null : (bare ?? '')) : quotedItem.replace(/\\(.)/g, '$1'),
  );
}

const asText = (value: unknown) => String(value);

/**
 * For the client's `types`: arrays as arrays, days as `YYYY-MM-DD`, counts and amounts as numbers (ours stay below 2^53).
 * `to` is what a parameter of that type is written as.
 */
export const types = {
  texts: { to: oid.textArray, from: [oid.textArray], serialize: writeArray, parse: readArray },
  uuids: { to: oid.uuidArray, from: [oid.uuidArray], serialize: writeArray, parse: readArray },
  days: { to: oid.dateArray, from: [oid.dateArray], serialize: writeArray, parse: readArray },
  integers: {
    to: oid.int4Array,
    from: [oid.int4Array],
    serialize: writeArray,
    parse: (text: string) => readArray(text).map(Number),
  },
  count: { to: oid.int8, from: [oid.int8], serialize: asText, parse: Number },
  amount: { to: oid.numeric, from: [oid.numeric], serialize: asText, parse: Number },
  day: { to: oid.date, from: [oid.date], serialize: asText, parse: asText },
};
