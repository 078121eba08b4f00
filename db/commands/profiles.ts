import type { OwnBand } from '../../surveys/profiles/own-bands.ts';
import type { Db } from '../connect.ts';
import type { ProfileRow } from '../queries/profiles.ts';

/** Keeps what a resident said of one thing, in place of what stood there. */
export const saveProfile = (db: Db, residentId: string, { field, code, source, asAt }: ProfileRow) => db`
  insert into profiles (resident_id, field, code, source, as_at) values (${residentId}, ${field}, ${code}, ${source}, ${asAt})
  on conflict (resident_id, field) do update set code = excluded.code, source = excluded.source, as_at = excluded.as_at`;

/** Takes a value away: it is not known any more. */
export const removeProfile = (db: Db, residentId: string, field: string) => db`
  delete from profiles where resident_id = ${residentId} and field = ${field}`;

/** Records why special-category data may be held, and by whom it was said. */
export const saveEqualityBasis = (db: Db, basis: string, by: string, at: Date) => db`
  update landlord set equality_basis = ${basis}, equality_basis_by = ${by}, equality_basis_at = ${at}, updated_at = ${at}`;

/** Switches the questions after a survey on or off. */
export const setEqualityQuestions = (db: Db, on: boolean, at: Date) => db`
  update landlord set equality_questions = ${on}, updated_at = ${at}`;

export interface NewBands {
  id: string;
  field: string;
  fromDate: string;
  content: readonly OwnBand[];
  by: string;
  at: Date;
}

/** Keeps a landlord's own bands of a field from a day on; those of the same day are replaced. */
export async function saveBands(db: Db, { id, field, fromDate, content, by, at }: NewBands): Promise<void> {
  await db`delete from bands where field = ${field} and from_date = ${fromDate}`;
  await db`
    insert into bands (id, field, from_date, content, created_at, created_by)
    values (${id}, ${field}, ${fromDate}, ${JSON.stringify(content)}::text::jsonb, ${at}, ${by})`;
}

/** Notes that the equality questions were offered after a survey. */
export const noteOffer = (db: Db, invitationId: string, at: Date) => db`
  insert into equality_offers (invitation_id, at) values (${invitationId}, ${at}) on conflict do nothing`;
