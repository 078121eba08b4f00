import type { Db } from '../connect.ts';
import type { Questionnaire } from '../queries/questionnaires.ts';

/**
 * Saves of one draft that are kept: every one of the newest, then the last that each person made in each stretch, and no more
 * than so many. A draft is saved a second after the last key, so that an hour of typing is some hundred saves.
 */
export const savesKept = { newest: 30, stretchMinutes: 10, most: 400 } as const;

export interface DraftAside {
  id: string;
  revision: number;
  draft: Questionnaire['draft'];
  by: string;
  at: Date;
}

/** Keeps a draft that was set aside. */
export const insertAside = (db: Db, { id, revision, draft, by, at }: DraftAside) => db`
  insert into draft_saves (questionnaire_id, revision, draft, saved_by, saved_at, aside)
  values (${id}, ${revision}, ${JSON.stringify(draft)}::text::jsonb, ${by}, ${at}, true)`;

/** Takes away what `savesKept` does not keep. */
export const thinSaves = (db: Db, questionnaireId: string) => db`
  delete from draft_saves d using (
    select id, aside, row_number() over (order by saved_at desc, revision desc, id desc) as newest,
      row_number() over (
        partition by saved_by, floor(extract(epoch from saved_at) / ${savesKept.stretchMinutes * 60}) order by saved_at desc, revision desc, id desc) as of_stretch
    from draft_saves where questionnaire_id = ${questionnaireId}) s
  where d.id = s.id and (s.newest > ${savesKept.most}
    or (s.newest > ${savesKept.newest} and s.of_stretch > 1 and not s.aside))`;
