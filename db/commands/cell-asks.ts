import type { Cell } from '../../surveys/fieldwork/cell.ts';
import type { Db } from '../connect.ts';

export interface CellAsk {
  id: string;
  waveId: string;
  cells: readonly Cell[];
  how: 'next_step' | 'fresh';
  wanted: number;
  asked: number;
  seed: string;
  by: string;
  at: Date;
}

export const insertCellAsk = (db: Db, ask: CellAsk) => db`
  insert into cell_asks (id, wave_id, cells, how, wanted, asked, seed, by, at)
  values (${ask.id}, ${ask.waveId}, ${JSON.stringify(ask.cells)}::text::jsonb, ${ask.how}, ${ask.wanted}, ${ask.asked}, ${ask.seed}, ${ask.by}, ${ask.at})`;

/** Takes these of the frame into the sample, with a recipient each, in the ids given. */
export async function sampleMore(
  db: Db,
  mailingId: string,
  rows: readonly { frameMemberId: string; recipientId: string }[],
): Promise<void> {
  const json = JSON.stringify(rows);
  await db`
    with picked as (
      select x."recipientId" as id, f.id as frame_id, f.resident_id
      from jsonb_to_recordset(${json}::text::jsonb) x ("frameMemberId" uuid, "recipientId" uuid)
      join frame_members f on f.id = x."frameMemberId"
    ), sampled as (update frame_members f set sampled = true from picked where f.id = picked.frame_id)
    insert into recipients (id, mailing_id, resident_id, language, format)
    select picked.id, ${mailingId}, r.id, r.language, r.format from picked join residents r on r.id = picked.resident_id`;
}
