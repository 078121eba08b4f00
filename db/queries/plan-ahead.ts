import type { Db } from '../connect.ts';

/** What of a campaign decides whether its next wave is to be planned. Dates are local. */
export interface CampaignAhead {
  plannedFor: string | null;
  /** Whether a wave planned ahead stands there still, not launched. */
  waiting: boolean;
  /** The days its waves open, planned ones too. */
  taken: string[];
}

/** The same, held until the transaction ends, so that no two processes plan it; null when it is gone. */
export async function campaignAheadLocked(db: Db, id: string): Promise<CampaignAhead | null> {
  const [held] = await db<{ plannedFor: string | null }[]>`
    select planned_for::text from campaigns where id = ${id} for update`;
  if (held === undefined) return null;
  const waves = await db<{ opensOn: string; waiting: boolean }[]>`
    select opens_on::text, planned_ahead and status = 'draft' as waiting from waves where campaign_id = ${id}`;
  return { ...held, waiting: waves.some(({ waiting }) => waiting), taken: waves.map(({ opensOn }) => opensOn) };
}

/** Waves that were planned by the rhythm of their campaign and that nobody has launched, the first to open first. */
export const wavesPlannedAhead = (db: Db) => db<{ id: string; name: string; opensOn: string; createdAt: Date }[]>`
  select id, name, opens_on::text, created_at from waves where planned_ahead and status = 'draft' order by opens_on, name`;
