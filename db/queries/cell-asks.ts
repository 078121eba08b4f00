import type { ContactChannel } from '../../surveys/fieldwork/channel.ts';
import type { Format } from '../../surveys/format.ts';
import type { Db } from '../connect.ts';
import { type CellFilter, inCell, stillAsked } from './board.ts';
import { type Choice, candidates } from './candidates.ts';

/** What came of a request that was made before; null when it is new. */
export async function askedBefore(db: Db, id: string, waveId: string): Promise<number | null> {
  const [row] = await db<{ asked: number }[]>`select asked from cell_asks where id = ${id} and wave_id = ${waveId}`;
  return row?.asked ?? null;
}

/** Invitations of a cell that are not answered and not settled otherwise. */
export const waitingInCell = async (db: Db, waveId: string, filter: CellFilter): Promise<string[]> => {
  const rows = await db<{ id: string }[]>`
    select i.id from invitations i join frame_members f on f.id = i.frame_member_id
    where i.wave_id = ${waveId} and i.disposition in ${stillAsked(db)} and ${inCell(db, filter)}`;
  return rows.map(({ id }) => id);
};

/** Somebody of the frame who was not drawn, and whom every rule lets be asked as they stand now. */
export interface Spare {
  id: string;
  ways: ContactChannel[];
  preferredChannel: ContactChannel | null;
  format: Format;
}

/** Those of a cell who were not drawn at the launch; stops, rest and all else are looked at again. A group of the quota that has its answers has none: the next tick would stop them. */
export const sparesInCell = (db: Db, choice: Choice, filter: CellFilter) => db<Spare[]>`
  select f.id, c.ways, c.preferred_channel, c.format
  from frame_members f join (${candidates(db, choice)}) c on c.resident_id = f.resident_id
  where f.wave_id = ${choice.waveId} and f.out_reason is null and not f.sampled and c.out_reason is null and ${inCell(db, filter)}
    and not exists (select from quota_fills q where q.wave_id = f.wave_id and q.stratum = f.stratum)`;

/** What a text of this wave cost so far, in pence; null where none has gone. */
export async function textCostSoFar(db: Db, waveId: string): Promise<number | null> {
  const [row] = await db<{ pence: number | null }[]>`
    select avg(d.cost)::float8 as pence from deliveries d join invitations i on i.id = d.recipient_id
    where i.wave_id = ${waveId} and d.channel = 'sms' and d.cost is not null`;
  return row?.pence ?? null;
}
