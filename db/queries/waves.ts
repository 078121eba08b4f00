import type { Audience } from '../../surveys/fieldwork/audience.ts';
import type { Nation } from '../../surveys/fieldwork/bank-holidays.ts';
import type { ContactPlan } from '../../surveys/fieldwork/plan.ts';
import type { Refresh } from '../../surveys/fieldwork/refresh.ts';
import type { Sampling } from '../../surveys/fieldwork/sampling-design.ts';
import type { Db } from '../connect.ts';

/** A wave with its campaign, as launching and sending need it. Dates are local. */
export interface WaveRow {
  id: string;
  name: string;
  status: 'draft' | 'open' | 'paused' | 'closed';
  campaignId: string;
  purpose: 'research' | 'service' | 'marketing';
  unit: 'person' | 'household';
  period: 'wave' | 'reporting_year';
  quorum: number;
  anonymous: boolean;
  questionnaireId: string | null;
  versionId: string | null;
  mailingId: string | null;
  audience: Audience;
  plan: ContactPlan;
  sampleSize: number | null;
  sampling: Sampling | null;
  /** Whom this wave leaves out because its campaign asked them before. */
  refresh: Refresh;
  seed: string | null;
  opensOn: string;
  closesOn: string;
  resultsOn: string | null;
  actionOn: string | null;
  timeZone: string;
  nation: Nation;
  reportingYearStart: string;
  plannedBy: string;
  launchedAt: Date | null;
}

const waveColumns = (db: Db) => db`
  w.id, w.name, w.status, w.campaign_id, c.purpose, c.unit, c.period, c.quorum, c.anonymous, c.refresh,
  coalesce(w.questionnaire_id, v.questionnaire_id, c.questionnaire_id) as questionnaire_id,
  w.version_id, w.mailing_id, w.audience, w.plan, w.sample_size, w.sampling, w.seed, w.opens_on::text, w.closes_on::text,
  w.results_on::text, w.action_on::text, w.time_zone, coalesce(l.nation, 'england-wales') as nation,
  coalesce(l.reporting_year_start, '04-01') as reporting_year_start, w.planned_by, w.launched_at`;

const waveSource = (db: Db) => db`
  waves w join campaigns c on c.id = w.campaign_id left join versions v on v.id = w.version_id left join landlord l on true`;

/** One wave; null when there is none. */
export async function waveById(db: Db, id: string): Promise<WaveRow | null> {
  const [row] = await db<WaveRow[]>`
    select ${waveColumns(db)} from ${waveSource(db)}
    where w.id = ${id}`;
  return row ?? null;
}

/**
 * One wave, held until the transaction ends, so that nobody launches or closes it beside us. Held for its columns only: an answer that points to
 * the wave does not wait for us, and so never in a ring.
 */
export async function waveLocked(db: Db, id: string): Promise<WaveRow | null> {
  const [row] = await db<WaveRow[]>`
    select ${waveColumns(db)} from ${waveSource(db)}
    where w.id = ${id} for no key update of w`;
  return row ?? null;
}

/** Waves of these ids. */
export const wavesByIds = (db: Db, ids: readonly string[]) => db<WaveRow[]>`
  select ${waveColumns(db)} from ${waveSource(db)}
  where w.id = any(${ids}::uuid[])`;

/** Waves whose last day is over where they are. */
export const wavesToClose = async (db: Db, now: Date): Promise<string[]> => {
  const rows = await db<{ id: string }[]>`
    select id from waves where status in ('open', 'paused') and (${now}::timestamptz at time zone time_zone)::date > closes_on`;
  return rows.map(({ id }) => id);
};

/** Holds a wave until the transaction ends, if its last day is over still: an officer may have let it run longer since it was listed. */
export async function isOverLocked(db: Db, id: string, now: Date): Promise<boolean> {
  const rows = await db`
    select id from waves where id = ${id} and status in ('open', 'paused')
      and (${now}::timestamptz at time zone time_zone)::date > closes_on for update`;
  return rows.length === 1;
}

/** Names of those besides the planner who said yes. */
export const approvalsOf = (db: Db, waveId: string) => db<{ by: string }[]>`
  select by from approvals where wave_id = ${waveId}`;
