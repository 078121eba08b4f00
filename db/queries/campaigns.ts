import type { Recurrence } from '../../surveys/fieldwork/recurrence.ts';
import type { Refresh } from '../../surveys/fieldwork/refresh.ts';
import type { Db } from '../connect.ts';
import type { WaveRow } from './waves.ts';

/** A campaign with its settings. */
export interface CampaignRow {
  id: string;
  name: string;
  purpose: WaveRow['purpose'];
  unit: WaveRow['unit'];
  keep: 'first' | 'last';
  period: WaveRow['period'];
  quorum: number;
  anonymous: boolean;
  questionnaireId: string | null;
  recurrence: Recurrence | null;
  refresh: Refresh;
  /** Whether a wave of it was ever launched: then what people were told stands. */
  launched: boolean;
  /** The newest wave that was launched, which the next one is like. */
  lastWaveId: string | null;
}

const columns = (db: Db) => db`
  c.id, c.name, c.purpose, c.unit, c.keep, c.period, c.quorum, c.anonymous, c.questionnaire_id, c.recurrence, c.refresh,
  last.id is not null as launched, last.id as last_wave_id`;

const source = (db: Db) => db`
  campaigns c left join lateral (
    select w.id from waves w where w.campaign_id = c.id and w.launched_at is not null order by w.opens_on desc limit 1
  ) last on true`;

/** Every campaign, by name: a landlord has a handful. */
export const campaigns = (db: Db) => db<CampaignRow[]>`select ${columns(db)} from ${source(db)} order by c.name`;

/** One campaign; null when there is none. */
export async function campaignById(db: Db, id: string): Promise<CampaignRow | null> {
  const [row] = await db<CampaignRow[]>`select ${columns(db)} from ${source(db)} where c.id = ${id}`;
  return row ?? null;
}

/** Where the residents live and which clock is theirs. */
export async function homePlace(db: Db) {
  const [row] = await db<{ zone: string; nation: WaveRow['nation'] }[]>`
    select time_zone as zone, nation from landlord`;
  return row ?? { zone: 'Europe/London', nation: 'england-wales' as const };
}

/** Names of those who planned a wave of a campaign that is not launched yet. */
export async function plannersOf(db: Db, campaignId: string): Promise<string[]> {
  const rows = await db<{ plannedBy: string }[]>`
    select distinct planned_by from waves where campaign_id = ${campaignId} and status = 'draft'`;
  return rows.map(({ plannedBy }) => plannedBy);
}

/** The share of those asked who answered, in the newest closed wave of a campaign but this one; null before there was one. */
export async function lastRate(db: Db, campaignId: string, waveId: string | null) {
  const [row] = await db<{ name: string; rate: number }[]>`
    select w.name, (count(*) filter (where i.disposition = 'complete'))::float8 / count(*) as rate
    from waves w join invitations i on i.wave_id = w.id
    where w.campaign_id = ${campaignId} and w.status = 'closed' and w.id is distinct from ${waveId}::uuid
    group by w.id, w.name, w.opens_on order by w.opens_on desc limit 1`;
  return row ?? null;
}
