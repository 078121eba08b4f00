import { findResidents, type ResidentFilter, residentTotal } from '../../../db/queries/residents-find.ts';
import type { Deps } from '../../deps.ts';

export interface Found {
  rows: Awaited<ReturnType<typeof findResidents>>;
  /** Null where more were found than the page holds: to count them would take longer than to find them. */
  total: number | null;
}

async function totalOf({ db }: Deps, filter: ResidentFilter, found: number, limit: number): Promise<number | null> {
  if (filter.typed.trim() === '') return residentTotal(db, filter);
  return found <= limit ? found : null;
}

/** Finds residents by words of name, address, reference or number; one more than the limit where there are more. */
export async function find(
  deps: Deps,
  filter: ResidentFilter,
  page: { after: readonly string[] | null; limit: number },
): Promise<Found> {
  const rows = await findResidents(deps.db, filter, page.after, page.limit);
  const total = page.after === null ? await totalOf(deps, filter, rows.length, page.limit) : null;
  return { rows, total };
}
