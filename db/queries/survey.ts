import type { Disposition } from '../../surveys/fieldwork/disposition.ts';
import type { State } from '../../surveys/interview/types.ts';
import type { Compiled, EditionRevision, Texts } from '../../surveys/questionnaire/types.ts';
import type { Db } from '../connect.ts';

/** One invitation with its wave and its response so far: all that answering needs, but the questions. Dates are local. */
export interface Survey {
  invitationId: string;
  frameMemberId: string;
  code: string | null;
  disposition: Disposition;
  residentId: string | null;
  language: string;
  format: string;
  waveId: string;
  waveName: string;
  status: 'draft' | 'open' | 'paused' | 'closed';
  purpose: string;
  anonymous: boolean;
  opensOn: string;
  closesOn: string;
  resultsOn: string | null;
  actionOn: string | null;
  timeZone: string;
  versionId: string;
  response: SurveyResponse | null;
}

export interface SurveyResponse {
  id: string;
  state: 'open' | 'complete';
  revision: number;
  interview: State;
}

/** The columns of a `Survey`, named as it names them, so that they may stand within jsonb too. */
export const surveyColumns = (db: Db) => db`
  i.id as "invitationId", i.frame_member_id as "frameMemberId", i.code, i.disposition, r.resident_id as "residentId",
  r.language, r.format, w.id as "waveId", w.name as "waveName", w.status, c.purpose, c.anonymous,
  w.opens_on as "opensOn", w.closes_on as "closesOn", w.results_on as "resultsOn", w.action_on as "actionOn",
  w.time_zone as "timeZone", w.version_id as "versionId",
  case when p.id is not null then jsonb_build_object(
    'id', p.id, 'state', p.state, 'revision', p.revision, 'interview', p.interview) end as response`;

/** What an invitation is joined with to make a `Survey`. */
export const surveyJoins = (db: Db) => db`
  join recipients r on r.id = i.id
  join waves w on w.id = i.wave_id
  join campaigns c on c.id = w.campaign_id
  left join responses p on p.frame_member_id = i.frame_member_id`;

/** A secret as it is stored. Hashed here: a digest of its own costs Node ten times as much. */
export const hashOfSecret = (db: Db, secret: string | null) =>
  db`encode(sha256(convert_to(${secret}::text, 'UTF8')), 'hex')`;

/** The survey of one invitation; null when there is none. */
export async function surveyById(db: Db, invitationId: string): Promise<Survey | null> {
  const [row] = await db<Survey[]>`
    select ${surveyColumns(db)} from invitations i ${surveyJoins(db)} where i.id = ${invitationId}`;
  return row ?? null;
}

/** The questions of a version and its words, as answering needs them. */
export interface FormRow {
  compiled: Compiled;
  sourceLanguage: string;
  sourceTexts: Texts;
  /** The newest approved revision of each language and format. */
  editions: EditionRevision[];
  /** Editions that were made and not approved. */
  drafted: { language: string; format: string }[];
  /** Editions that were approved in an earlier version. */
  earlier: { language: string; format: string }[];
}

/** A published version with its approved editions; null when there is none. */
export async function formOfVersion(db: Db, versionId: string): Promise<FormRow | null> {
  const [row] = await db<FormRow[]>`
    select v.compiled, v.source_language, v.source_texts, coalesce((
      select jsonb_agg(jsonb_build_object(
        'id', e.id, 'language', e.language, 'format', e.format, 'status', e.status, 'texts', e.texts))
      from (
        select distinct on (language, format) id, language, format, status, texts from edition_revisions
        where version_id = v.id and status = 'approved' order by language, format, number desc
      ) e), '[]'::jsonb) as editions,
      coalesce((select jsonb_agg(distinct jsonb_build_object('language', language, 'format', format)) from edition_revisions
        where version_id = v.id and status <> 'approved'), '[]'::jsonb) as drafted,
      coalesce((select jsonb_agg(distinct jsonb_build_object('language', e.language, 'format', e.format))
        from versions before join edition_revisions e on e.version_id = before.id and e.status = 'approved'
        where before.questionnaire_id = v.questionnaire_id and before.number < v.number), '[]'::jsonb) as earlier
    from versions v where v.id = ${versionId}`;
  return row ?? null;
}
