import type { Db } from '../connect.ts';
import { type SearchWords, searchWords } from '../search-words.ts';
import { home, type ResidentRow, rowColumns } from './residents.ts';

export interface ResidentFilter {
  /** Words of a name, an address, a reference or a number, as typed; all must be found. */
  typed: string;
  area?: string;
  tenure?: string;
}

/** A resident found, with where they stand in the list. */
export interface FoundRow extends ResidentRow {
  /** 0 for names that start with the word, 1 for the others. */
  place: number;
  nameKey: string;
}

/** The last of a page: [place, name key, id]. */
type After = readonly string[] | null;

/** Past every text that starts with a word. */
const last = '\u{10ffff}';
const startsWith = (db: Db, column: ReturnType<Db>, word: string) =>
  db`${column} >= ${word} and ${column} < ${word + last}`;

const isFiltered = ({ area, tenure }: ResidentFilter) => area !== undefined || tenure !== undefined;
const filterJoin = (db: Db, filter: ResidentFilter) => (isFiltered(filter) ? home(db) : db``);
const filtered = (db: Db, { area, tenure }: ResidentFilter) => db`
  ${area === undefined ? db`true` : db`home.area = ${area}`} and ${tenure === undefined ? db`true` : db`home.tenure = ${tenure}`}`;

const following = (db: Db, after: After, place: number) => {
  if (after === null) return db`true`;
  const [at = '', nameKey = '', id = ''] = after;
  if (Number(at) !== place) return Number(at) < place ? db`true` : db`false`;
  return db`(r.name_key, r.id) > (${nameKey}, ${id}::uuid)`;
};

/** Words looked for in `column`: the long ones in its index, the shortest only in what that gives. */
const has = (db: Db, column: ReturnType<Db>, { all, indexed }: SearchWords) =>
  all === indexed
    ? db`${column} @@ ${all}::tsquery`
    : db`${column} @@ ${indexed}::tsquery and (${column} || ''::tsvector) @@ ${all}::tsquery`;

const livingIn = (db: Db) => db`
  households h join household_members m on m.household_id = h.id and m.to_date is null`;

/** Residents whose own words match, or whose home's do, or whose tenancy has the reference. */
const matched = (db: Db, words: SearchWords) => db`
  select id from residents r where ${has(db, db`r.search`, words)}
  ${words.inHomes ? db`union select m.resident_id from properties p join ${livingIn(db)} on h.property_id = p.id where ${has(db, db`p.search`, words)}` : db``}
  ${words.key === null ? db`` : db`union select m.resident_id from ${livingIn(db)} where ${startsWith(db, db`h.tenancy_key`, words.key)}`}`;

/** Residents who have some of the words and their home the others: "khan elm court". Looked for only where nobody has all in one. */
const mixed = (db: Db, words: SearchWords) =>
  words.name !== null || words.key !== null
    ? db``
    : db`
  union all
  select r.id from properties p join ${livingIn(db)} on h.property_id = p.id join residents r on r.id = m.resident_id
  where not exists (select from matched) and p.search @@ ${words.address}::tsquery and (r.search || p.search) @@ ${words.all}::tsquery`;

interface Page {
  after: After;
  limit: number;
}

/** Names that start with the only word, in order by their index. */
const named = (db: Db, filter: ResidentFilter, name: string | null, { after, limit }: Page) =>
  name === null
    ? db`select null::uuid as id, ''::text as name_key where false`
    : db`
  select r.id, r.name_key from residents r ${filterJoin(db, filter)}
  where ${startsWith(db, db`r.name_key`, name)} and ${filtered(db, filter)} and ${following(db, after, 0)}
  order by r.name_key, r.id limit ${limit}`;

const searched = (db: Db, filter: ResidentFilter, words: SearchWords, page: Page) => db<FoundRow[]>`
  with named as materialized (${named(db, filter, words.name, page)}),
  matched as materialized (
    select id from (${matched(db, words)}) one where (select count(*) from named) < ${page.limit}
  ),
  others as (
    select r.id, r.name_key from (select id from matched ${mixed(db, words)}) found
    join residents r on r.id = found.id ${filterJoin(db, filter)}
    where ${words.name === null ? db`true` : db`not (${startsWith(db, db`r.name_key`, words.name)})`}
      and ${filtered(db, filter)} and ${following(db, page.after, 1)}
    order by r.name_key, r.id limit ${page.limit}
  ),
  page as (
    select * from (select 0 as place, n.* from named n union all select 1, o.* from others o) both_places
    order by place, name_key, id limit ${page.limit}
  )
  select ${rowColumns(db)}, page.place, r.name_key from page join residents r on r.id = page.id ${home(db)}
  order by page.place, r.name_key, r.id`;

const everyone = (db: Db, filter: ResidentFilter, { after, limit }: Page) => db<FoundRow[]>`
  select ${rowColumns(db)}, 1 as place, r.name_key from residents r ${home(db)}
  where ${filtered(db, filter)} and ${following(db, after, 1)} order by r.name_key, r.id limit ${limit}`;

/** Residents in the order of their names, one past the limit, after a key of [place, name key, id]. One statement, by indexes. */
export async function findResidents(
  db: Db,
  filter: ResidentFilter,
  after: After,
  limit: number,
): Promise<readonly FoundRow[]> {
  const words = searchWords(filter.typed);
  const page = { after, limit: limit + 1 };
  if (words === null && filter.typed.trim() !== '') return [];
  return words === null ? everyone(db, filter, page) : searched(db, filter, words, page);
}

/** How many residents live in an area, or have a tenure, or are there at all. */
export async function residentTotal(db: Db, filter: ResidentFilter): Promise<number> {
  const [row] = await db<{ total: number }[]>`
    select count(*) as total from residents r ${filterJoin(db, filter)} where ${filtered(db, filter)}`;
  return row?.total ?? 0;
}
