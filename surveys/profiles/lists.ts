/** Codes for what residents say of themselves, as dated lists. A change of a list is a new file, never an edit. */
import type { Nation } from '../fieldwork/bank-holidays.ts';
import type { Language } from '../language.ts';
import activityReduced from './lists/activity_reduced-2021.json' with { type: 'json' };
import caring from './lists/caring-2021.json' with { type: 'json' };
import ethnicityEnglandWales from './lists/ethnicity-england-wales-2021.json' with { type: 'json' };
import ethnicityNorthernIreland from './lists/ethnicity-northern-ireland-2021.json' with { type: 'json' };
import ethnicityScotland from './lists/ethnicity-scotland-2022.json' with { type: 'json' };
import genderSameAsSex from './lists/gender_same_as_sex-2021.json' with { type: 'json' };
import internetUse from './lists/internet_use-2026.json' with { type: 'json' };
import longTermCondition from './lists/long_term_condition-2021.json' with { type: 'json' };
import maritalStatus from './lists/marital_status-2021.json' with { type: 'json' };
import religionEnglandWales from './lists/religion-england-wales-2021.json' with { type: 'json' };
import religionNorthernIreland from './lists/religion-northern-ireland-2021.json' with { type: 'json' };
import religionScotland from './lists/religion-scotland-2022.json' with { type: 'json' };
import sex from './lists/sex-2021.json' with { type: 'json' };
import sexualOrientation from './lists/sexual_orientation-2021.json' with { type: 'json' };
import working from './lists/working-2025.json' with { type: 'json' };

/** Words in English, and in the others where residents are asked. */
export type Words = { en: string } & Partial<Record<Language, string>>;

/** One answer of a list. Codes mean the same in every list that has them, and are never given a new meaning. */
export interface ProfileCode {
  code: string;
  label: Words;
  /** The broad group it belongs to; in a list without groups each code is its own. */
  group?: string;
  /** Its numbers or letters in the lettings record (CORE). */
  core?: readonly string[];
  /** Other ways housing systems write it. */
  also?: readonly string[];
}
/** A broad group, itself an answer of somebody who says no more. */
export interface ProfileGroup {
  code: string;
  label: Words;
  /** What is asked of somebody who chose it, where the list is asked in two steps. */
  question?: Words;
  also?: readonly string[];
}

export interface ProfileList {
  id: string;
  field: string;
  /** Null is the whole of the United Kingdom. */
  nation: string | null;
  /** First day it is used, as YYYY-MM-DD. */
  from: string;
  /** Guarded as special-category data (Article 9 of the UK GDPR): shown in comparisons only with a recorded lawful basis. */
  special: boolean;
  source: string;
  note: string;
  /** What nobody has checked against its source yet; null is checked. */
  unverified: string | null;
  name: Words;
  question: Words;
  /** What CORE writes for a refusal. */
  coreRefused?: readonly string[];
  groups?: readonly ProfileGroup[];
  codes: readonly ProfileCode[];
}

/** An answer of every list: somebody was asked, and would rather not. No value at all is "not known". */
export const preferNotToSay = 'prefer_not_to_say';

/** In the order shown. */
export const profileLists: readonly ProfileList[] = [
  ethnicityEnglandWales,
  ethnicityScotland,
  ethnicityNorthernIreland,
  sex,
  genderSameAsSex,
  sexualOrientation,
  longTermCondition,
  activityReduced,
  religionEnglandWales,
  religionScotland,
  religionNorthernIreland,
  maritalStatus,
  caring,
  working,
  internetUse,
];

export const profileFields = [
  'ethnicity',
  'sex',
  'gender_same_as_sex',
  'sexual_orientation',
  'long_term_condition',
  'activity_reduced',
  'religion',
  'marital_status',
  'caring',
  'working',
  'internet_use',
] as const;
export type ProfileField = (typeof profileFields)[number];

export const isProfileField = (text: string): text is ProfileField => profileFields.some((field) => field === text);

/** The list of a field in a nation that is in force on a day (local date); the newest when no day is given. */
export function profileList(field: ProfileField, nation: Nation, day = '9999-12-31'): ProfileList {
  const fit = profileLists.filter((list) => list.field === field && (list.nation === null || list.nation === nation));
  const best = fit.filter((list) => list.from <= day).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0] ?? fit[0];
  if (!best) throw new RangeError(`No list for ${field} in ${nation}`);
  return best;
}

/** The broad group of a code: its own where the list has no groups, or where the code is a group. Null: not in the list. */
export function groupOf(list: ProfileList, code: string): string | null {
  if (list.groups?.some((group) => group.code === code)) return code;
  const found = list.codes.find((each) => each.code === code);
  return found ? (found.group ?? found.code) : null;
}

/** The groups to compare by, in order, with their words. */
export const broadGroups = (list: ProfileList): readonly { code: string; label: Words }[] => list.groups ?? list.codes;

/** What a code is called, in a language where the list has it, else in English; null for one the list lacks. */
export function labelOf(list: ProfileList, code: string, language: Language = 'en'): string | null {
  const found = list.codes.find((each) => each.code === code) ?? list.groups?.find((each) => each.code === code);
  return found ? (found.label[language] ?? found.label.en) : null;
}
