import { type Band, bandOf } from '../results/bands.ts';

/** What people can be put into groups by before a draw: none of it special-category data. */
export const strataFields = ['area', 'tenure', 'property_type', 'age'] as const;
export type StrataField = (typeof strataFields)[number];

/** At most two are crossed: three make more cells than anybody can fill. */
export const mostCrossed = 2;

/** One person as far as grouping goes; null is not known. */
export interface StratumFacts {
  area: string | null;
  tenure: string | null;
  propertyType: string | null;
  age: number | null;
}

/** Between the parts of a cell: "Elm × 65 to 74". */
const between = ' × ';
const unknown = 'not known';

/** The cell a person stands in, in words that are its name for good. */
export const stratumOf = (person: StratumFacts, by: readonly StrataField[], bands: readonly Band[]): string =>
  by.map((field) => part(person, field, bands)).join(between);

function part(person: StratumFacts, field: StrataField, bands: readonly Band[]): string {
  if (field === 'age') return (person.age !== null && bands[bandOf(bands, person.age)]?.label) || unknown;
  const value = field === 'property_type' ? person.propertyType : person[field];
  return value?.replaceAll('_', ' ') ?? unknown;
}

/** How many stand in each cell, the cells by name. */
export function countStrata(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of [...names].sort()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
