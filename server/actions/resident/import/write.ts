import {
  type HomeRow,
  type JoinRow,
  type MemberRow,
  type PersonRow,
  saveHomes,
  saveJoins,
  saveMembers,
  savePeople,
  saveTenancies,
  type TenancyRow,
} from '../../../../db/commands/residents-import.ts';
import type { Db } from '../../../../db/connect.ts';
import type { Known } from '../../../../db/queries/residents-known.ts';
import type { Field } from './columns.ts';
import { addressOf, groupsOf, propertyKey } from './compare.ts';
import type { FileRow } from './read.ts';

/** A row to write, with the person as we know them and the fields they keep as they set them. */
export interface Wanted {
  file: FileRow;
  known: Known | null;
  kept: readonly Field[];
}

const sameAddress = (lines: readonly string[], known: Known | null) =>
  lines.length === 0 || lines.join('\n') === (known?.addressLines ?? []).join('\n');

/** Which home a row speaks of; null when it says nothing of a home and we know none. */
function homeOf({ file: { values }, known }: Wanted): string | null {
  if (values.propertyReference) return values.propertyReference;
  if (known?.propertyReference && sameAddress(addressOf(values), known)) return known.propertyReference;
  return propertyKey(values) ?? known?.propertyReference ?? null;
}

function tenancyOf(wanted: Wanted, home: string): string {
  const { file, known } = wanted;
  if (file.values.tenancyReference) return file.values.tenancyReference;
  return home === known?.propertyReference && known.tenancyReference ? known.tenancyReference : `HOME-${home}`;
}

function personRow({ file: { values }, kept }: Wanted, newId: () => string): PersonRow {
  const of = (field: Field) => (kept.includes(field) ? null : (values[field] ?? null));
  return {
    id: newId(),
    reference: values.reference,
    title: of('title'),
    givenName: of('givenName'),
    familyName: of('familyName'),
    dateOfBirth: of('dateOfBirth'),
    phone: of('phone'),
    email: of('email'),
    language: of('language'),
    format: of('format'),
    preferredChannel: of('preferredChannel'),
  };
}

interface Rows {
  homes: Map<string, HomeRow>;
  tenancies: Map<string, TenancyRow>;
  people: PersonRow[];
  members: MemberRow[];
  joins: JoinRow[];
}

/** One row of the file as rows of the tables. Two people of one home make it once; the later one fills what the first left blank. */
function place(rows: Rows, wanted: Wanted, today: string, newId: () => string): void {
  const { values } = wanted.file;
  rows.people.push(personRow(wanted, newId));
  for (const group of groupsOf(values)) rows.joins.push({ reference: values.reference, group, from: today });
  const reference = homeOf(wanted);
  if (reference === null) return;
  const lines = addressOf(values);
  const before = rows.homes.get(reference);
  rows.homes.set(reference, {
    id: before?.id ?? newId(),
    reference,
    uprn: values.uprn ?? before?.uprn ?? null,
    addressLines: lines.length > 0 ? lines : (before?.addressLines ?? []),
    postcode: values.postcode ?? before?.postcode ?? null,
    area: values.area ?? before?.area ?? null,
    scheme: values.scheme ?? before?.scheme ?? null,
    type: values.propertyType ?? before?.type ?? null,
  });
  const tenancyReference = tenancyOf(wanted, reference);
  const from = values.tenancyStart ?? today;
  const earlier = rows.tenancies.get(tenancyReference);
  const tenure = values.tenure ?? earlier?.tenure ?? null;
  rows.tenancies.set(tenancyReference, {
    id: earlier?.id ?? newId(),
    tenancyReference,
    propertyReference: reference,
    tenure,
    from,
  });
  rows.members.push({ reference: values.reference, tenancyReference, from });
}

/** Writes rows of a file, in few statements. Call it in one transaction. */
export async function writeRows(
  db: Db,
  all: readonly Wanted[],
  at: Date,
  today: string,
  newId: () => string,
): Promise<void> {
  const rows: Rows = { homes: new Map(), tenancies: new Map(), people: [], members: [], joins: [] };
  for (const wanted of all) place(rows, wanted, today, newId);
  await saveHomes(db, [...rows.homes.values()]);
  await saveTenancies(db, [...rows.tenancies.values()]);
  await savePeople(db, rows.people, at);
  await saveMembers(db, rows.members);
  await saveJoins(db, rows.joins);
}
