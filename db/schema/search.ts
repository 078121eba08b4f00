import { type SQL, sql } from 'drizzle-orm';
import { customType } from 'drizzle-orm/pg-core';

/** The words of a row that it is found by; made by the database, so that no way of writing can forget them. */
export const searchWords = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** Text in the order of its bytes, whatever the database's own order: a prefix of it is then a range. */
export const plainText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** Lower case without accents. The same as `folded` of db/search-words.ts, which tests compare. */
export const folded = (text: SQL): SQL =>
  sql`translate(lower(regexp_replace(normalize(${text}, NFKD), '[\\u0300-\\u036f]', '', 'g')), 'łøđı', 'lodi')`;

/** Signs that part words, ASCII and the quotation marks and dashes that word processors write. */
const signs = sql.raw(`'[!-/:-@\\[-\`{-~‘’“”–—]+'`);
const spaced = (text: SQL): SQL => sql`regexp_replace(${text}, ${signs}, ' ', 'g')`;
const closed = (text: SQL): SQL => sql`regexp_replace(${text}, ${signs}, '', 'g')`;

/** Words of a text, both parted at signs and closed up over them: "O'Brien" is o, brien and obrien. */
export const wordsOf = (text: SQL): SQL => {
  const plain = folded(text);
  return sql`array_to_tsvector(array_remove(regexp_split_to_array(${spaced(plain)} || ' ' || ${closed(plain)}, '\\s+'), ''))`;
};

/** Letters and figures only: "T/00123" is t00123. */
export const closedUp = (text: SQL): SQL => sql`regexp_replace(${closed(folded(text))}, '\\s+', '', 'g')`;
