import type { Db } from '../connect.ts';

/** One resident as the recipient of a mailing, in their language and print size of now. */
export const insertRecipient = (
  db: Db,
  { id, mailingId, residentId }: { id: string; mailingId: string; residentId: string },
) => db`
  insert into recipients (id, mailing_id, resident_id, language, format)
  select ${id}::uuid, ${mailingId}::uuid, id, language, format from residents where id = ${residentId}`;
