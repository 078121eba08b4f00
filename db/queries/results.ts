import type { State } from '../../surveys/interview/types.ts';
import type { Mode } from '../../surveys/mode.ts';
import type { Compiled, Texts } from '../../surveys/questionnaire/types.ts';
import type { ResultRow } from '../../surveys/results/columns.ts';
import type { Db } from '../connect.ts';

/** A wave as its results need it. Dates are local. */
export interface ResultWave {
  id: string;
  name: string;
  campaignId: string;
  status: 'draft' | 'open' | 'paused' | 'closed';
  unit: 'person' | 'household';
  keep: 'first' | 'last';
  opensOn: string;
  closesOn: string;
  timeZone: string;
  answersRevision: number;
  compiled: Compiled | null;
  texts: Texts | null;
  landlord: string;
  asked: number;
  /** Everyone who could have been asked, in all and by area and tenure. */
  population: number;
  areas: Record<string, number>;
  tenures: Record<string, number>;
}

const counts = (db: Db, column: 'area' | 'tenure') => db`
  coalesce((select jsonb_object_agg(code, n) from (
    select ${db(column)} as code, count(*)::int as n from frame_members
    where wave_id = w.id and out_reason is null and ${db(column)} is not null group by 1) each), '{}'::jsonb)`;

/** One wave with the bases of its results; null when there is none. */
export async function resultWave(db: Db, id: string): Promise<ResultWave | null> {
  const [row] = await db<ResultWave[]>`
    select w.id, w.name, w.campaign_id, w.status, c.unit, c.keep, w.opens_on::text, w.closes_on::text, w.time_zone, w.answers_revision,
      v.compiled, v.source_texts as texts, coalesce((select name from landlord), '') as landlord,
      (select count(*)::int from frame_members where wave_id = w.id and sampled) as asked,
      (select count(*)::int from frame_members where wave_id = w.id and out_reason is null) as population,
      ${counts(db, 'area')} as areas, ${counts(db, 'tenure')} as tenures
    from waves w join campaigns c on c.id = w.campaign_id left join versions v on v.id = w.version_id
    where w.id = ${id}`;
  return row ?? null;
}

/** The closed waves of a campaign up to a day, newest first. */
export const closedWaves = (db: Db, campaignId: string, until: string, most: number) => db<{ id: string }[]>`
  select id from waves where campaign_id = ${campaignId} and status = 'closed' and closes_on <= ${until}
  order by closes_on desc limit ${most}`;

/** The newest closed waves, newest first. */
export const newestClosed = (db: Db, most: number) => db<{ id: string }[]>`
  select id from waves where status = 'closed' order by closes_on desc limit ${most}`;

type ColumnSource = Omit<ResultRow, 'answers' | 'unanswered' | 'finishedAt'> & {
  finishedAt: Date;
  interview: State;
  modes: Mode[] | null;
};

/** Every response of a wave with the codes of its frame member, in the order of ids, which are random. */
export async function resultRows(db: Db, waveId: string, unit: 'person' | 'household'): Promise<ResultRow[]> {
  const rows = await db<ColumnSource[]>`
    select ${unit === 'household' ? db`coalesce(f.household_id, f.id)` : db`f.id`}::text as unit, p.state,
      coalesce(p.completed_at, p.updated_at) as finished_at, p.interview, p.started_mode as mode, f.age, f.tenure, f.area
    from responses p join frame_members f on f.id = p.frame_member_id
    where p.wave_id = ${waveId} order by p.id`;
  return rows.map(({ interview, finishedAt, ...row }) => ({
    ...row,
    finishedAt: finishedAt.getTime(),
    answers: interview.answers,
    unanswered: interview.unanswered,
  }));
}

/** The kept columns of a closed wave, when nothing has changed since; null otherwise. */
export async function keptColumns(db: Db, waveId: string, answersRevision: number): Promise<Uint8Array | null> {
  const [row] = await db<{ content: Uint8Array }[]>`
    select content from result_columns where wave_id = ${waveId} and answers_revision = ${answersRevision}`;
  return row?.content ?? null;
}

/** One response as the analyst's file is made of it: no name, no code, the week in which it was finished. */
export interface ExportRow {
  id: string;
  state: 'open' | 'complete';
  mode: Mode;
  week: string | null;
  age: number | null;
  tenure: string | null;
  area: string | null;
  interview: State;
}

/** How many responses a wave has that are finished. */
export async function finishedCount(db: Db, waveId: string): Promise<number> {
  const [row] = await db<
    { count: number }[]
  >`select count(*) as count from responses where wave_id = ${waveId} and state = 'complete'`;
  return row?.count ?? 0;
}

/** A page of responses for the file, after an id, in the order of ids, which are random. */
export const exportRows = (db: Db, waveId: string, after: string | null, most: number) => db<ExportRow[]>`
  select p.id, p.state, p.started_mode as mode, f.age, f.tenure, f.area, p.interview,
    date_trunc('week', p.completed_at at time zone w.time_zone)::date::text as week
  from responses p join frame_members f on f.id = p.frame_member_id join waves w on w.id = p.wave_id
  where p.wave_id = ${waveId} and (${after}::uuid is null or p.id > ${after}::uuid) order by p.id limit ${most}`;
