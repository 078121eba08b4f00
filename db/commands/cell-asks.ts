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
