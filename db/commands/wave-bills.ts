import type { Db } from '../connect.ts';

/** Keeps what the bill said of a channel; null takes it away. */
export const setBill = (
  db: Db,
  { waveId, channel, pence, by, at }: { waveId: string; channel: string; pence: number | null; by: string; at: Date },
) =>
  pence === null
    ? db`delete from wave_bills where wave_id = ${waveId} and channel = ${channel}`
    : db`insert into wave_bills (wave_id, channel, pence, by, at) values (${waveId}, ${channel}, ${pence}, ${by}, ${at})
        on conflict (wave_id, channel) do update set pence = excluded.pence, by = excluded.by, at = excluded.at`;
