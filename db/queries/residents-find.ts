import type { PendingQuery, Row } from 'postgres';
import type { Db } from '../connect.ts';
import { type SearchWords, searchWords } from '../search-words.ts';
import { home, type ResidentRow, rowColumns } from './residents.ts';

type Fragment = PendingQuery<Row[]>;

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

/**
 * A value as the planner cannot see it. It would plan anew for each word otherwise, which takes 2 ms where finding takes 0.3; so it plans
 * once a connection, after five times, for any word.
 */
const unseen = (db: Db, value: string, type: 'tsquery' | 'text') =>
  type === 'tsquery' ? db`(select ${value}::tsquery)` : db`(select ${value}::text)`;

/** Past every text that starts with a word. */
const last = '\u{10ffff}';
const startsWith = (db: Db, column: ReturnType<Db>, word: string) =>
  db`${column} >= ${unseen(db, word, 'text')} and ${column} < ${unseen(db, word + last, 'text')}`;

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

/** Words looked for in `column`: the telling ones in its index, the shortest only in what that gives. */
const has = (db: Db, column: ReturnType<Db>, { all, indexed }: SearchWords) =>
  all === indexed
    ? db`${column} @@ ${unseen(db, all, 'tsquery')}`
    : db`${column} @@ ${unseen(db, indexed, 'tsquery')} and (${column} || ''::tsvector) @@ ${unseen(db, all, 'tsquery')}`;

/** Who lives in a household `h` now, looked up for one at a time: the planner would read all of it for the many it expects. */
const peopleOf = (db: Db, where: ReturnType<Db>) => db`
  cross join lateral (
    select r.id, r.name_key, r.search from households h
    join household_members m on m.household_id = h.id and m.to_date is null join residents r on r.id = m.resident_id
    where ${where} offset 0) r`;
const livingIn = (db: Db) => peopleOf(db, db`h.property_id = p.id`);

/** Residents whose own words match, or whose home's do, or whose tenancy has the reference. */
const matched = (db: Db, words: SearchWords) => db`
  select r.id, r.name_key from residents r where ${has(db, db`r.search`, words)}
  ${words.inHomes ? db`union select r.id, r.name_key from properties p ${livingIn(db)} where ${has(db, db`p.search`, words)}` : db``}
  ${words.key === null ? db`` : db`union select r.id, r.name_key from households t ${peopleOf(db, db`h.id = t.id`)} where ${startsWith(db, db`t.tenancy_key`, words.key)}`}`;

/** Residents who have some of the words and their home the others: "khan elm court". */
const mixed = (db: Db, words: SearchWords) => db`
  select r.id, r.name_key from properties p ${livingIn(db)}
  where p.search @@ ${words.address}::tsquery and (r.search || p.search) @@ ${words.all}::tsquery`;

interface Page {
  after: After;
  limit: number;
}

/** A limit the planner does see: it plans for few. */
const upTo = (db: Db, { limit }: Page) => db.unsafe(String(Math.trunc(limit)));

/** Names that start with the only word, in order by their index. */
const named = (db: Db, filter: ResidentFilter, name: string, page: Page) => db`
  select r.id, r.name_key from residents r ${filterJoin(db, filter)}
  where ${startsWith(db, db`r.name_key`, name)} and ${filtered(db, filter)} and ${following(db, page.after, 0)}
  order by r.name_key, r.id limit ${upTo(db, page)}`;

/** Those who match, in order; without those whose name starts with the word, which stand before. */
const others = (db: Db, filter: ResidentFilter, name: string | null, found: Fragment, page: Page) => db`
  select r.id, r.name_key from (${found}) r ${filterJoin(db, filter)}
  where ${name === null ? db`true` : db`not (${startsWith(db, db`r.name_key`, name)}) and (select count(*) from named) < ${upTo(db, page)}`}
    and ${filtered(db, filter)} and ${following(db, page.after, 1)}
  order by r.name_key, r.id limit ${upTo(db, page)}`;

const shown = (db: Db, page: Fragment) => db<FoundRow[]>`
  ${page} select ${rowColumns(db)}, page.place, r.name_key from page join residents r on r.id = page.id ${home(db)}
  order by page.place, r.name_key, r.id`;

function searched(db: Db, filter: ResidentFilter, words: SearchWords, found: Fragment, page: Page) {
  const rest = others(db, filter, words.name, found, page);
  if (words.name === null) return shown(db, db`with page as materialized (select 1 as place, o.* from (${rest}) o)`);
  return shown(
    db,
    db`with named as materialized (${named(db, filter, words.name, page)}),
    page as materialized (
      select 0 as place, n.* from named n union all select 1, o.* from (${rest}) o order by place, name_key, id limit ${upTo(db, page)})`,
  );
}

const everyone = (db: Db, filter: ResidentFilter, { after, limit }: Page) => db<FoundRow[]>`
  select ${rowColumns(db)}, 1 as place, r.name_key from residents r ${home(db)}
  where ${filtered(db, filter)} and ${following(db, after, 1)} order by r.name_key, r.id limit ${limit}`;

/**
 * Residents in the order of their names, one past the limit, after a key of [place, name key, id]. One statement, by indexes; a second
 * looks for a name and an address together, where nobody has all the words in one.
 */
export async function findResidents(
  db: Db,
  filter: ResidentFilter,
  after: After,
  limit: number,
): Promise<readonly FoundRow[]> {
  const words = searchWords(filter.typed);
  const page = { after, limit: limit + 1 };
  if (words === null && filter.typed.trim() !== '') return [];
  if (words === null) return everyone(db, filter, page);
  const rows = await searched(db, filter, words, matched(db, words), page);
  const oneWord = words.name !== null || words.key !== null;
  return rows.length > 0 || oneWord ? rows : searched(db, filter, words, mixed(db, words), page);
}

/** How many residents live in an area, or have a tenure, or are there at all. */
export async function residentTotal(db: Db, filter: ResidentFilter): Promise<number> {
  const [row] = await db<{ total: number }[]>`
    select count(*) as total from residents r ${filterJoin(db, filter)} where ${filtered(db, filter)}`;
  return row?.total ?? 0;
}
