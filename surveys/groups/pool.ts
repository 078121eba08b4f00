import { type Band, bandOf } from '../results/bands.ts';
import type { BalanceField } from './event.ts';

/** One resident of the kinds that are wanted, as the draw sees them. */
export interface PoolPerson {
  area: string | null;
  tenure: string | null;
  propertyType: string | null;
  age: number | null;
  doNotContact: boolean;
  /** Said stop, or took away permission, for this purpose on every way. */
  stopped: boolean;
  /** Taking a break, from everything or from the group. */
  paused: boolean;
  /** In the group already that people are asked to join. */
  member: boolean;
  hasWorkingWay: boolean;
  /** Does so much already that more would be too much. */
  overloaded: boolean;
  /** Since they were last invited to something of this kind; null is never. */
  daysSinceInvited: number | null;
}

/** Why somebody is left out of a draw: the first that holds. */
const rules = {
  do_not_contact: (person) => person.doNotContact,
  stopped: (person) => person.stopped,
  member: (person) => person.member,
  paused: (person) => person.paused,
  no_way: (person) => !person.hasWorkingWay,
  red_load: (person) => person.overloaded,
  invited_recently: (person, restDays) => person.daysSinceInvited !== null && person.daysSinceInvited < restDays,
} as const satisfies Record<string, (person: PoolPerson, restDays: number) => boolean>;

export type LeftOut = keyof typeof rules;
export const leftOutReasons = Object.keys(rules) as LeftOut[];

/** Why this person is left out, or null when they may be drawn. */
export const leftOut = (person: PoolPerson, restDays: number): LeftOut | null =>
  leftOutReasons.find((reason) => rules[reason](person, restDays)) ?? null;

/** Stands in a cell for what we do not know of somebody. */
export const unknownValue = 'unknown';
const separator = '|';

const plain = (value: string | null): string => (value ? value.replaceAll(separator, '/') : unknownValue);

type Described = Pick<PoolPerson, BalanceField>;

const values: Record<BalanceField, (person: Described, bands: readonly Band[]) => string> = {
  area: ({ area }) => plain(area),
  tenure: ({ tenure }) => plain(tenure),
  propertyType: ({ propertyType }) => plain(propertyType),
  age: ({ age }, bands) => (age === null ? unknownValue : (bands[bandOf(bands, age)]?.id ?? unknownValue)),
};

/** The cell of a person: their values of the fields a draw is balanced by. */
export const cellOf = (person: Described, fields: readonly BalanceField[], bands: readonly Band[]): string =>
  fields.map((field) => values[field](person, bands)).join(separator);

/** The values a cell is made of, in the order of its fields. */
export const valuesOf = (cell: string): string[] => (cell === '' ? [] : cell.split(separator));
