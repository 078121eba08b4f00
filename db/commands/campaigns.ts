import type { Recurrence } from '../../surveys/fieldwork/recurrence.ts';
import type { Db } from '../connect.ts';

/** What can be set of a campaign. */
export interface CampaignSettings {
  name: string;
  purpose: string;
  unit: string;
  keep: string;
  period: string;
  quorum: number;
  anonymous: boolean;
  questionnaireId: string | null;
  recurrence: Recurrence | null;
  refresh: string;
}

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

export const insertCampaign = (db: Db, id: string, c: CampaignSettings, at: Date) => db`
  insert into campaigns (id, name, purpose, unit, keep, period, quorum, anonymous, questionnaire_id, recurrence, refresh, created_at)
  values (${id}, ${c.name}, ${c.purpose}, ${c.unit}, ${c.keep}, ${c.period}, ${c.quorum}, ${c.anonymous}, ${c.questionnaireId},
    ${json(c.recurrence)}::text::jsonb, ${c.refresh}, ${at})`;

export const updateCampaign = (db: Db, id: string, c: CampaignSettings) => db`
  update campaigns set name = ${c.name}, purpose = ${c.purpose}, unit = ${c.unit}, keep = ${c.keep}, period = ${c.period},
    quorum = ${c.quorum}, anonymous = ${c.anonymous}, questionnaire_id = ${c.questionnaireId},
    recurrence = ${json(c.recurrence)}::text::jsonb, refresh = ${c.refresh}
  where id = ${id}`;
