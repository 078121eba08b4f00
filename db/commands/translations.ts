import type { Mark } from '../../surveys/questionnaire/translation/types.ts';
import type { Db } from '../connect.ts';
import type { PhraseApproval } from '../queries/translations.ts';

interface Place {
  questionnaireId: string;
  language: string;
}

/** Writes marks of one language over those that were there, in one statement. */
export async function saveMarks(db: Db, { questionnaireId, language }: Place, marks: readonly Mark[]): Promise<void> {
  if (marks.length === 0) return;
  await db`
    insert into translation_marks (questionnaire_id, language, key, source, text, back, status, made_by, made_at,
      checked_by, checked_at, approved_by, approved_at)
    select ${questionnaireId}, ${language}, x.key, x.source, x.text, x.back, x.status, x.made ->> 'by', (x.made ->> 'at')::timestamptz,
      x.checked ->> 'by', (x.checked ->> 'at')::timestamptz, x.approved ->> 'by', (x.approved ->> 'at')::timestamptz
    from jsonb_to_recordset(${JSON.stringify(marks)}::text::jsonb) x (key text, source text, text text, back text, status text,
      made jsonb, checked jsonb, approved jsonb)
    on conflict (questionnaire_id, language, key) do update set source = excluded.source, text = excluded.text, back = excluded.back,
      status = excluded.status, made_by = excluded.made_by, made_at = excluded.made_at, checked_by = excluded.checked_by,
      checked_at = excluded.checked_at, approved_by = excluded.approved_by, approved_at = excluded.approved_at`;
}

/** What was said of the translations of one questionnaire holds for a copy of it, word for word. */
export const copyMarks = (db: Db, from: string, to: string) => db`
  insert into translation_marks (questionnaire_id, language, key, source, text, back, status, made_by, made_at,
    checked_by, checked_at, approved_by, approved_at)
  select ${to}, language, key, source, text, back, status, made_by, made_at, checked_by, checked_at, approved_by, approved_at
  from translation_marks where questionnaire_id = ${from}`;

/** Keeps that a person read the phrases of a language; the same file read again keeps the first reading. */
export const insertPhraseApproval = (db: Db, one: PhraseApproval) => db`
  insert into phrase_approvals (language, hash, phrases, by, at)
  values (${one.language}, ${one.hash}, ${JSON.stringify(one.phrases)}::text::jsonb, ${one.by}, ${one.at})
  on conflict (language, hash) do nothing`;
