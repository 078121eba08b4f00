import { plannedByItself } from '../../surveys/fieldwork/planned-by.ts';
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

export interface PlannedAhead {
  id: string;
  name: string;
  opensOn: string;
  createdAt: Date;
  /** Others must approve it, and nobody has confirmed it yet. */
  unconfirmed: boolean;
}

/**
 * Waves that were planned by the rhythm of their campaign and that nobody has launched, the first to open first. One that somebody has confirmed and others
 * are still to approve is not among them: it waits for those.
 */
export const wavesPlannedAhead = (db: Db) => db<PlannedAhead[]>`
  select w.id, w.name, w.opens_on::text, w.created_at, c.quorum > 0 and w.planned_by = ${plannedByItself} as unconfirmed
  from waves w join campaigns c on c.id = w.campaign_id
  where w.planned_ahead and w.status = 'draft' and (w.planned_by = ${plannedByItself}
    or c.quorum <= (select count(*) from approvals a where a.wave_id = w.id))
  order by w.opens_on, w.name`;
