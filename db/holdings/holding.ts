/**
 * One table that can hold something about a resident: what they are shown of it when they ask for everything, and what erasure does with it. SQL here is
 * ours and fixed; a row is `t`, and `$1` is the resident.
 */
export interface Holding {
  table: string;
  /** Which rows are somebody's: a condition on `t`. Two links may hold at once. */
  whose: string;
  /** What the person is shown; null where it is shown with another table or says nothing to them. */
  shown: Shown | null;
  /** Columns nobody is shown, and why: ids that lead nowhere, what another column says, what is ours. */
  unshown: Readonly<Record<string, string>>;
  erase: Erasing;
}

/** One part of the file. */
export interface Shown {
  title: string;
  /** What this is and why we have it, in plain words. */
  about: string;
  /** Label and the expression over `t` that gives it, in the order of the file. */
  columns: Readonly<Record<string, string>>;
  /** Labels whose text is somebody's own words, in the language of the row. */
  words?: readonly string[];
  order: string;
}

/** What erasure does with the rows, and why, in a sentence an administrator can read. */
export type Erasing =
  | { does: 'delete'; why: string }
  /** Blanks what tells who; the rest of the row stands and is counted. */
  | { does: 'blank'; set: string; why: string }
  /** Done by a statement of its own in db/commands/erase.ts. */
  | { does: 'apart'; why: string }
  | { does: 'keep'; why: string };

/** The recipients of a resident. */
export const theirRecipients = '(select x.id from recipients x where x.resident_id = $1)';
/** The frame members of a resident. */
export const theirFrames = '(select x.id from frame_members x where x.resident_id = $1)';

/** That a column is an address of theirs which nobody else uses: what a shared telephone sent may be of the other person. */
export const theirAddress = (column: string): string => `exists (
  select from residents p where p.id = $1 and ${column} <> '' and lower(${column}) in (p.phone, lower(p.email))
    and not exists (select from residents o where o.id <> p.id and lower(${column}) in (o.phone, lower(o.email))))`;

const link = 'an id, which says nothing by itself';
const ours = 'how we work it off; nothing about the person';

/** Reasons for not showing a column, by name. */
export const reasons = { link, ours } as const;

/**
 * The home of a frame member `t` goes with the person, but where the survey counts one answer a home and another person of the same home answered it:
 * without it their two answers would count as two.
 */
export const homeAfter = `case when exists (
    select from frame_members o join waves w on w.id = o.wave_id join campaigns c on c.id = w.campaign_id and c.unit = 'household'
      join responses po on po.frame_member_id = o.id join responses pt on pt.frame_member_id = t.id
    where o.wave_id = t.wave_id and o.household_id = t.household_id and o.id <> t.id)
  then t.household_id end`;
