import type { Db } from '../connect.ts';
import { type Survey, surveyColumns, surveyJoins } from './survey.ts';

/** A survey by its code, for staff, with the landlord's name for its words. */
export async function surveyOfCode(db: Db, code: string): Promise<{ survey: Survey; landlord: string } | null> {
  const [row] = await db<(Survey & { landlord: string | null })[]>`
    select (select name from landlord) as landlord, ${surveyColumns(db)}
    from invitations i ${surveyJoins(db)} where i.code = ${code}`;
  if (!row) return null;
  const { landlord, ...survey } = row;
  return { survey, landlord: landlord ?? '' };
}

/** How many returns and interviews were finished by staff on a local day. */
export async function keyedSince(db: Db, day: string, zone: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`
    select count(*)::int as count from responses
    where started_mode in ('paper', 'telephone', 'in_person') and completed_at >= (${day}::date::timestamp at time zone ${zone})`;
  return row?.count ?? 0;
}
