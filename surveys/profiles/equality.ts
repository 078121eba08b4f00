/** The optional questions after a survey: one a page, a closer one after a first answer that has one. */
import type { Nation } from '../fieldwork/bank-holidays.ts';
import { groupOf, isProfileField, type ProfileField, type ProfileList, profileList, type Words } from './lists.ts';

/** In the order asked. */
export const equalityFields = [
  'sex',
  'gender_same_as_sex',
  'ethnicity',
  'long_term_condition',
  'religion',
  'sexual_orientation',
] as const satisfies readonly ProfileField[];

/** A field asked only of those who gave an answer of another. */
const onlyAfter = { field: 'activity_reduced', after: 'long_term_condition', code: 'yes' } as const;

export interface EqualityStep {
  /** A field, or a field and a broad group of it: `ethnicity`, `ethnicity.white`. */
  id: string;
  field: ProfileField;
  /** Its place among the six; a closer question has that of the one before it. */
  number: number;
  question: Words;
  options: readonly { code: string; label: Words }[];
  /** The step to go back to; null on the first. */
  back: string | null;
}

const asksInTwo = (list: ProfileList) => list.groups?.every(({ question }) => question !== undefined) ?? false;

/** The question of a step; null when there is no such step in this nation. */
export function equalityStep(id: string, nation: Nation): EqualityStep | null {
  const [field = '', group] = id.split('.');
  if (!isProfileField(field)) return null;
  const list = profileList(field, nation);
  const first = equalityFields.findIndex((each) => each === (field === onlyAfter.field ? onlyAfter.after : field));
  if (first < 0) return null;
  const shared = { id, field, number: first + 1 };
  if (group !== undefined) return closer(list, group, shared);
  const back = field === onlyAfter.field ? onlyAfter.after : (equalityFields[first - 1] ?? null);
  return { ...shared, back, question: list.question, options: asksInTwo(list) ? (list.groups ?? []) : list.codes };
}

function closer(list: ProfileList, code: string, shared: Pick<EqualityStep, 'id' | 'field' | 'number'>) {
  const group = list.groups?.find((each) => each.code === code);
  if (!group?.question || !asksInTwo(list)) return null;
  const options = list.codes.filter((each) => groupOf(list, each.code) === code);
  return { ...shared, question: group.question, options, back: list.field };
}

/** The step after one that was answered, or skipped (null): `closer` when it tells what was answered, so it stands in no address. */
export function nextEqualityStep(
  { id, field, number }: EqualityStep,
  code: string | null,
  nation: Nation,
): { id: string; closer: boolean } | null {
  if (field === onlyAfter.after && code === onlyAfter.code) return { id: onlyAfter.field, closer: true };
  if (id === field && code !== null && equalityStep(`${field}.${code}`, nation))
    return { id: `${field}.${code}`, closer: true };
  const next = equalityFields[number];
  return next === undefined ? null : { id: next, closer: false };
}
