import type { Answer } from '../../../shared/api.ts';
import type { Translate } from '../../words.ts';

export type Landlord = Answer<'GET /api/v1/landlord'>;

/** The rows of the landlord's page, in order, and how each is typed. */
export const fields = [
  { field: 'name', kind: 'line', most: 120 },
  { field: 'shortName', kind: 'line', most: 15 },
  { field: 'phone', kind: 'line', most: 20 },
  { field: 'address', kind: 'lines', most: 400 },
  { field: 'freepost', kind: 'line', most: 120 },
  { field: 'privacyContact', kind: 'line', most: 200 },
  { field: 'repairsUrl', kind: 'line', most: 300 },
  { field: 'urgentOwner', kind: 'owner', most: 0 },
  { field: 'languages', kind: 'languages', most: 0 },
  { field: 'nation', kind: 'nation', most: 0 },
  { field: 'reportingYearStart', kind: 'line', most: 5 },
  { field: 'timeZone', kind: 'line', most: 60 },
] as const;
export type Field = (typeof fields)[number];
export type FieldName = Field['field'];

export const nations = ['england-wales', 'scotland', 'northern-ireland'] as const;

export const labelOf = (field: FieldName, t: Translate): string => t(`landlord.${field}`);

/** The value of a row as text: lists a line each, names instead of codes where people read it. */
export const typedOf = (landlord: Landlord, field: FieldName): string => {
  const value = landlord[field];
  return Array.isArray(value) ? value.join('\n') : (value ?? '');
};

/** What is sent for a row; lines become a list. */
export const sentOf = ({ field, kind }: Field, typed: string): Partial<Landlord> => {
  const lists = kind === 'lines' || kind === 'languages';
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (kind === 'owner') return { [field]: typed === '' ? null : typed };
  return { [field]: lists ? lines : typed.trim() };
};

/** A row as it is shown. */
export function shownOf(landlord: Landlord, field: FieldName, t: Translate): string {
  if (field === 'languages')
    return landlord.languages.map((code) => landlord.offered.find((one) => one.code === code)?.name ?? code).join(', ');
  if (field === 'urgentOwner') return landlord.owners.find(({ id }) => id === landlord.urgentOwner)?.name ?? '';
  if (field === 'nation') return t(`nation.${landlord.nation}`);
  return typedOf(landlord, field).replaceAll('\n', ', ');
}
