import { plannedByItself } from '../../surveys/fieldwork/planned-by.ts';
import type { Db } from '../connect.ts';

/** Says that this process looks for waves to plan, and no other before a while has passed. False when one has. */
export const takeLook = async (db: Db, now: Date, before: Date): Promise<boolean> =>
  (
    await db`
      insert into heartbeats (work, at) values ('plan_ahead', ${now})
      on conflict (work) do update set at = excluded.at where heartbeats.at <= ${before}`
  ).count > 0;

/** Marks a wave as planned by the rhythm of its campaign, and the campaign as planned up to that opening. */
export async function setPlannedAhead(
  db: Db,
  { waveId, campaignId, meantFor }: { waveId: string; campaignId: string; meantFor: string },
): Promise<void> {
  await db`update waves set planned_ahead = true where id = ${waveId}`;
  await db`update campaigns set planned_for = ${meantFor} where id = ${campaignId}`;
}

/** Makes a wave that was planned by itself the plan of the first person who acts on it; one that is somebody's stays theirs. */
export const takeUp = (db: Db, waveId: string, by: string) => db`
  update waves set planned_by = ${by} where id = ${waveId} and planned_by = ${plannedByItself}`;
