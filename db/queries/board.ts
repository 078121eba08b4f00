import { isPickField, type PickField } from '../../surveys/fieldwork/cell.ts';
import type { Db } from '../connect.ts';

/** A pair of codes with how many of the frame have it: on the list, asked, answered; of those asked who may be asked again, of the rest who may be drawn. */
export interface BoardCell {
  a: string;
  /** Empty where nothing is crossed. */
  b: string;
  population: number;
  asked: number;
  answered: number;
  waiting: number;
  spare: number;
}

/** Outcomes after which somebody may still be asked. */
export const stillAsked = (db: Db) => db`('not_sent', 'sent', 'unknown', 'reached', 'part')`;

const plain: Record<PickField, (db: Db) => ReturnType<Db>> = {
  age: (db) => db`f.age::text`,
  area: (db) => db`f.area`,
  tenure: (db) => db`f.tenure`,
  property_type: (db) => db`f.property_type`,
};

/** The code of a frame member `f`; a field of the profile as it stood when the wave was launched. */
const codeOf = (db: Db, field: string | null) => {
  if (field === null) return db`''`;
  if (isPickField(field)) return plain[field](db);
  return db`(select p.code from frame_profiles p where p.frame_member_id = f.id and p.field = ${field})`;
};

/** The frame of a wave by one field or two, codes as they stood. Null codes are left out: `boardTotals` counts everybody. */
export const boardCells = (db: Db, waveId: string, by: string, and: string | null) => db<BoardCell[]>`
  select a, b, ${counts(db)} from (${members(db, waveId, by, and)}) x where a is not null and b is not null group by 1, 2 order by 1, 2`;

export async function boardTotals(db: Db, waveId: string): Promise<Omit<BoardCell, 'a' | 'b'>> {
  const [row] = await db<
    Omit<BoardCell, 'a' | 'b'>[]
  >`select ${counts(db)} from (${members(db, waveId, null, null)}) x`;
  return row ?? { population: 0, asked: 0, answered: 0, waiting: 0, spare: 0 };
}

const members = (db: Db, waveId: string, by: string | null, and: string | null) => db`
  select ${codeOf(db, by)} as a, ${codeOf(db, and)} as b, f.sampled, i.disposition
  from frame_members f left join invitations i on i.frame_member_id = f.id
  where f.wave_id = ${waveId} and f.out_reason is null`;

const counts = (db: Db) => db`
  count(*)::int as population, (count(*) filter (where x.sampled))::int as asked,
  (count(*) filter (where x.disposition = 'complete'))::int as answered,
  (count(*) filter (where x.disposition in ${stillAsked(db)}))::int as waiting,
  (count(*) filter (where not x.sampled))::int as spare`;

/** A cell with its codes looked up. Null lets everybody through. */
export interface CellFilter {
  ageFrom: number | null;
  ageTo: number | null;
  area: string | null;
  tenure: string | null;
  propertyType: string | null;
}

export const everyCell: CellFilter = { ageFrom: null, ageTo: null, area: null, tenure: null, propertyType: null };

/** Whether a frame member `f` is in the cell. */
export const inCell = (db: Db, { ageFrom, ageTo, area, tenure, propertyType }: CellFilter) => db`
  (${ageFrom}::int is null or f.age >= ${ageFrom}::int) and (${ageTo}::int is null or f.age <= ${ageTo}::int)
  and (${area}::text is null or f.area = ${area}) and (${tenure}::text is null or f.tenure = ${tenure})
  and (${propertyType}::text is null or f.property_type = ${propertyType})`;
