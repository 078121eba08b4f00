import type { Db } from '../connect.ts';
import type { WaveRow } from './waves.ts';

/** A wave in a list. Dates are local. */
export interface WaveSummary {
  id: string;
  name: string;
  campaign: string;
  campaignId: string;
  purpose: WaveRow['purpose'];
  status: WaveRow['status'];
  opensOn: string;
  closesOn: string;
  asked: number;
  answered: number;
  population: number;
}

const summaryColumns = (db: Db) => db`
  w.id, w.name, c.name as campaign, w.campaign_id, c.purpose, w.status, w.opens_on::text, w.closes_on::text,
  coalesce(i.asked, 0) as asked, coalesce(i.answered, 0) as answered, coalesce(f.population, 0) as population`;

const summarySource = (db: Db) => db`
  waves w join campaigns c on c.id = w.campaign_id
  left join lateral (
    select count(*)::int as asked, (count(*) filter (where disposition = 'complete'))::int as answered
    from invitations where wave_id = w.id) i on true
  left join lateral (
    select count(*)::int as population from frame_members where wave_id = w.id and out_reason is null) f on true`;

/** All waves: running first, then drafts, then closed, each by date. */
export const waveSummaries = (db: Db) => db<WaveSummary[]>`
  select ${summaryColumns(db)} from ${summarySource(db)}
  order by array_position(array['open', 'paused', 'draft', 'closed'], w.status), w.opens_on desc, w.name`;

/** What a wave's own page shows besides its summary. */
export interface WaveDetail extends WaveSummary {
  questionnaireName: string;
  version: number | null;
  panel: string | null;
  launchedBy: string | null;
  closedAt: Date | null;
  approvals: string[];
}

/** One wave as its page shows it; null when there is none. */
export async function waveDetail(db: Db, id: string): Promise<WaveDetail | null> {
  const [row] = await db<WaveDetail[]>`
    select ${summaryColumns(db)}, coalesce(q.name, '') as questionnaire_name, v.number as version, g.name as panel,
      w.launched_by, w.closed_at, array(select by from approvals where wave_id = w.id order by at) as approvals
    from ${summarySource(db)}
    left join questionnaires q on q.id = coalesce(w.questionnaire_id, c.questionnaire_id)
    left join versions v on v.id = w.version_id
    left join groups g on g.id = (w.audience ->> 'panelId')::uuid
    where w.id = ${id}`;
  return row ?? null;
}

/** The people a wave asked, by resident. */
export const invitationsOfWave = (db: Db, waveId: string) => db<{ id: string; residentId: string }[]>`
  select i.id, r.resident_id from invitations i join recipients r on r.id = i.id
  where i.wave_id = ${waveId} and r.resident_id is not null order by r.resident_id`;

/** Every code that still leads somewhere. */
export const codesGiven = async (db: Db): Promise<string[]> => {
  const rows = await db<{ code: string }[]>`select code from invitations where code is not null`;
  return rows.map(({ code }) => code);
};
