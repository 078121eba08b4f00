import { type CheckedRow, changedFields, importById } from '../../../db/queries/imports.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { fieldCodes, fieldName, isField } from './fields.ts';
import type { Head } from './file.ts';
import type { Column } from './guess.ts';

/** What changes are called that are no column of a file. */
const otherNames: Readonly<Record<string, string>> = {
  home: 'Property reference',
  tenancy: 'Tenancy reference',
  address: 'Address',
  correspondence: 'Correspondence address',
  type: 'Property type',
  role: 'Part in the household',
  status: 'Status',
  groups: 'Panel or group',
  profile: 'Who they are',
};

const nameOf = (field: string) => otherNames[field] ?? (isField(field) ? fieldName(field) : field);

/** A value as one line of words. */
const shown = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : Array.isArray(value)
      ? value.map(shown).join(', ')
      : String(value).replaceAll('_', ' ');

const profileNames = (value: unknown) =>
  Array.isArray(value) ? value.map((field) => nameOf(String(field))).join(', ') : '';

/** A row of a file as a page shows it. What a profile says is not told here: only which parts of it change. */
export function shownCheckedRow({ changes, kept, faults, notes, ...row }: CheckedRow) {
  return {
    ...row,
    changes: Object.entries(changes ?? {}).map(([field, [before, after]]) => ({
      field,
      name: nameOf(field),
      before: shown(before),
      after: field === 'profile' ? profileNames(after) : shown(after),
    })),
    kept: (kept ?? []).map(nameOf),
    faults: faults ?? [],
    notes: notes ?? [],
  };
}

const noCounts = { new: 0, changed: 0, unchanged: 0, rejected: 0, left: 0, kept: 0 };
export const countsOf = (counts: Record<string, number>) => ({ ...noCounts, ...counts });

/** One import with its columns, counts and what can be filtered by. Throws `not_found`. */
export async function seeImport(deps: Deps, id: string) {
  const seen = await importById<Head, Column>(deps.db, id);
  if (seen === null) throw problems.notFound('import');
  const changed = await changedFields(deps.db, id);
  return {
    ...seen,
    counts: countsOf(seen.counts),
    columns: seen.columns ?? [],
    remembered: seen.shape?.remembered ?? null,
    sheet: seen.shape?.file.kind === 'xlsx' ? seen.shape.file.name : null,
    changedFields: changed.map(({ field, count }) => ({ field, name: nameOf(field), count })),
    fields: fieldCodes.map((field) => ({ field, name: fieldName(field) })),
  };
}
