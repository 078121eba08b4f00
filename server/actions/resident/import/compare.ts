import type { Known } from '../../../../db/queries/residents-known.ts';
import { type Field, fieldNames } from './columns.ts';
import type { FileRow, Reject } from './read.ts';

/** Fields of the person, as the file and the database both name them. */
const personal = [
  'title',
  'givenName',
  'familyName',
  'dateOfBirth',
  'phone',
  'email',
  'language',
  'format',
  'preferredChannel',
] as const;
/** Fields of the home and the tenancy: [in the file, in the database]. */
const ofHome = [
  ['tenancyReference', 'tenancyReference'],
  ['propertyReference', 'propertyReference'],
  ['uprn', 'uprn'],
  ['postcode', 'postcode'],
  ['area', 'area'],
  ['scheme', 'scheme'],
  ['propertyType', 'type'],
  ['tenure', 'tenure'],
] as const satisfies readonly (readonly [Field, keyof Known])[];

type Values = FileRow['values'];

/** Address lines as the file gives them, in order; "12 Elm Court, Oxford" in one cell is two lines. */
export const addressOf = (values: Values): string[] =>
  [values.address1, values.address2, values.address3, values.address4]
    .flatMap((line) => (line ?? '').split(','))
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const groupsOf = (values: Values): string[] =>
  (values.panel ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/**
 * The reference of a home when the file has none: its UPRN, else its address, so that two people of one home share it.
 * Undefined when the file says nothing of the home.
 */
export function propertyKey(values: Values): string | undefined {
  if (values.propertyReference ?? values.uprn) return values.propertyReference ?? values.uprn;
  const [first] = addressOf(values);
  return first && values.postcode ? `${values.postcode} ${first}`.toUpperCase() : undefined;
}

const required: readonly (readonly [Field, string])[] = [
  ['address1', 'empty. We need the address of somebody new.'],
  ['postcode', 'empty. We need the postcode of somebody new.'],
];

/** Why somebody we do not know yet cannot be taken in; null when they can. */
export function lacking({ row, values }: FileRow): Reject | null {
  const [missing] = required.filter(([field]) => values[field] === undefined);
  return missing ? { row, column: fieldNames[missing[0]], value: '', reason: missing[1] } : null;
}

export interface Difference {
  /** Something is to be written. */
  changed: boolean;
  /** Fields the file would have changed but which are the resident's own to decide. */
  kept: Field[];
}

/** What a row would change of somebody we know. A blank cell changes nothing. */
export function difference({ values }: FileRow, known: Known): Difference {
  const differs = (field: Field, held: unknown) => values[field] !== undefined && values[field] !== held;
  const wanted = personal.filter((field) => differs(field, known[field]));
  const kept = wanted.filter((field) => known.own.includes(field));
  const address = addressOf(values);
  const changed =
    wanted.length > kept.length ||
    ofHome.some(([field, column]) => differs(field, known[column])) ||
    (address.length > 0 && address.join('\n') !== (known.addressLines ?? []).join('\n')) ||
    groupsOf(values).some((name) => !known.groups.includes(name));
  return { changed, kept };
}
