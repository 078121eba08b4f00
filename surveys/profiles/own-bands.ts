/** Bands a landlord makes: of age, from its first year to its last; of any other field, by the codes they hold. */
import { ageBand, type Band, type Bands, bandFaults } from '../results/bands.ts';
import { broadGroups, groupOf, type ProfileList } from './lists.ts';

/** As it is kept: `from` and `to` of age (`to` null is open), `codes` of another field. */
export interface OwnBand {
  label: string;
  from?: number;
  to?: number | null;
  codes?: string[];
}
/** A set with the first day it is used. */
export interface OwnSet {
  field: string;
  fromDate: string;
  content: readonly OwnBand[];
}

/** A group of codes, as results compare by it. */
export interface Grouped {
  code: string;
  label: string;
  codes: readonly string[];
}

const asBand = ({ label, from = 0, to = null }: OwnBand): Band => {
  const usual = ageBand(from, to);
  return { ...usual, label: label === '' ? usual.label : label };
};

/** Own sets of age as results use them: for a wave of any size. */
export const ownAgeBands = (sets: readonly OwnSet[]): readonly Bands[] =>
  sets
    .filter(({ field }) => field === 'age')
    .map(({ fromDate, content }) => ({
      id: `own-${fromDate}`,
      from: fromDate,
      leastAnswers: 0,
      bands: content.map(asBand).toSorted((a, b) => a.from - b.from),
    }));

/** What is wrong with own bands of age, as sentences. */
export const ageFaults = (content: readonly OwnBand[]): readonly string[] => bandFaults(content.map(asBand));

/** What is wrong with an own grouping of a list: a code in two groups, in none, or not of the list; as sentences. */
export function groupingFaults(list: ProfileList, content: readonly OwnBand[]): readonly string[] {
  if (content.length === 0) return [];
  const labels = new Map<string, string>(list.codes.map(({ code, label }) => [code, label.en]));
  const holders = (code: string) => content.filter(({ codes }) => codes?.includes(code)).map(({ label }) => label);
  const unknown = content.flatMap(({ codes = [] }) => codes).filter((code) => !labels.has(code));
  return [
    ...[...labels].flatMap(([code, label]) => {
      const [first, second] = holders(code);
      if (first === undefined) return [`${label} is in no group.`];
      return second === undefined ? [] : [`${label} is in two groups: ${first} and ${second}.`];
    }),
    ...unknown.map((code) => `${code} is not in the list.`),
    ...content.filter(({ codes = [] }) => codes.length === 0).map(({ label }) => `${label} holds nothing.`),
  ];
}

/** The groups of a field on a day: the landlord's own where some are in force, else the broad groups of the list. */
export function groupingOn(day: string, list: ProfileList, sets: readonly OwnSet[]): readonly Grouped[] {
  const own = sets
    .filter(({ field, fromDate }) => field === list.field && fromDate <= day)
    .toSorted((a, b) => (a.fromDate < b.fromDate ? 1 : -1))[0];
  const inList = (code: string) =>
    list.codes.filter((each) => groupOf(list, each.code) === code).map((each) => each.code);
  if (own && own.content.length > 0)
    return own.content.map(({ label, codes = [] }, place) => ({ code: `own${place + 1}`, label, codes }));
  return broadGroups(list).map(({ code, label }) => ({
    code,
    label: label.en,
    codes: [...new Set([code, ...inList(code)])],
  }));
}
