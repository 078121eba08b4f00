import { expect, test } from 'vitest';
import { audience, outReason, outReasons, outWords, type PersonFacts } from './audience.ts';

const panel = '018f0000-0000-7000-8000-000000000001';
const may: PersonFacts = {
  status: 'current',
  inPanel: true,
  area: 'Elm',
  tenure: 'general_needs',
  doNotContact: false,
  stopped: false,
  onBreak: false,
  hasWorkingWay: true,
  householdCounted: false,
  daysSinceAsked: null,
  anotherInHome: false,
};
const everyone = audience.parse({});

test('an empty choice is everyone who may be asked', () => {
  expect(outReason(may, everyone)).toBeNull();
  expect(outReason({ ...may, inPanel: false }, everyone)).toBeNull();
});

test.each<[string, Partial<PersonFacts>]>([
  ['left', { status: 'moved' }],
  ['left', { status: 'died' }],
  ['not_in_panel', { inPanel: false }],
  ['outside_areas', { area: 'Oak' }],
  ['outside_areas', { area: null }],
  ['outside_tenures', { tenure: 'leasehold' }],
  ['do_not_contact', { doNotContact: true, stopped: true }],
  ['stopped', { stopped: true, hasWorkingWay: false }],
  ['on_break', { onBreak: true }],
  ['no_way', { hasWorkingWay: false }],
  ['household_counted', { householdCounted: true, daysSinceAsked: 1 }],
  ['asked_recently', { daysSinceAsked: 13 }],
  ['another_in_home', { anotherInHome: true }],
])('%s', (reason, facts) => {
  const chosen = audience.parse({ panelId: panel, areas: ['Elm'], tenures: ['general_needs'] });
  expect(outReason({ ...may, ...facts }, chosen)).toBe(reason);
});

test('rest ends after its days', () => {
  expect(outReason({ ...may, daysSinceAsked: 14 }, everyone)).toBeNull();
  expect(outReason({ ...may, daysSinceAsked: 20 }, audience.parse({ restDays: 30 }))).toBe('asked_recently');
});

test('every reason has short words', () => {
  expect(Object.keys(outWords)).toEqual(outReasons);
});
