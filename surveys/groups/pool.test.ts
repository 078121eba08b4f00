import { expect, test } from 'vitest';
import { bandsFor } from '../results/bands.ts';
import { cellOf, type LeftOut, leftOut, leftOutReasons, type PoolPerson, valuesOf } from './pool.ts';

const may: PoolPerson = {
  area: 'Elm',
  tenure: 'sheltered',
  propertyType: 'flat',
  age: 70,
  doNotContact: false,
  stopped: false,
  paused: false,
  member: false,
  hasWorkingWay: true,
  overloaded: false,
  daysSinceInvited: null,
};

const cases: [LeftOut, Partial<PoolPerson>][] = [
  ['do_not_contact', { doNotContact: true, stopped: true }],
  ['stopped', { stopped: true, paused: true }],
  ['member', { member: true }],
  ['paused', { paused: true }],
  ['no_way', { hasWorkingWay: false }],
  ['red_load', { overloaded: true, daysSinceInvited: 1 }],
  ['invited_recently', { daysSinceInvited: 59 }],
];

test.each(cases)('left out: %s', (reason, changes) => {
  expect(leftOut({ ...may, ...changes }, 60)).toBe(reason);
});

test('each reason has a case, and who has none may be drawn', () => {
  expect(cases.map(([reason]) => reason)).toEqual(leftOutReasons);
  expect(leftOut({ ...may, daysSinceInvited: 60 }, 60)).toBeNull();
});

test('a cell holds the values of its fields, also those we do not know', () => {
  const { bands } = bandsFor('2026-11-23', 0);
  expect(cellOf(may, ['area', 'age'], bands)).toBe('Elm|65+');
  expect(valuesOf(cellOf({ ...may, area: 'A|B', tenure: null, age: null }, ['area', 'tenure', 'age'], bands))).toEqual([
    'A/B',
    'unknown',
    'unknown',
  ]);
  expect(valuesOf(cellOf(may, [], bands))).toEqual([]);
});
