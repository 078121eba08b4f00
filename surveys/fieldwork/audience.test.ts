import { expect, test } from 'vitest';
import rests from '../../test/cases/fieldwork/rests.json' with { type: 'json' };
import { type Audience, audience, outReason, outReasons, outWords, type PersonFacts } from './audience.ts';
import { audienceFields, type FieldCode, type FieldValue, fieldCodes } from './audience-fields.ts';
import { type CampaignFacts, restsOf, surveyKind } from './rests.ts';

const panel = '018f0000-0000-7000-8000-000000000001';
const values: Record<FieldCode, FieldValue> = {
  scheme: ['Elm Court'],
  property_type: ['flat'],
  age: 70,
  language: ['ur'],
  format: ['large'],
  way: ['sms', 'post'],
  group: [panel],
  interest: ['repairs'],
  tenancy: 3,
  digital: ['online'],
  last_wave: ['did_not'],
  joined: '2026-02-01',
};
const may: PersonFacts = {
  status: 'current',
  inPanel: true,
  area: 'Elm',
  tenure: 'general_needs',
  values,
  doNotContact: false,
  stopped: false,
  onBreak: false,
  hasWorkingWay: true,
  householdCounted: false,
  askedBefore: false,
  regulatorAsks: false,
  daysSinceService: null,
  daysSinceAsked: null,
  timesAsked: 0,
  anotherInHome: false,
};
const everyone = audience.parse({});

/** Of a survey of what people think, which keeps every rest. */
const outOf = (person: PersonFacts, chosen: Audience) => outReason(person, chosen, 'perception');

test('an empty choice is everyone who may be asked', () => {
  expect(outOf(may, everyone)).toBeNull();
  expect(outOf({ ...may, inPanel: false }, everyone)).toBeNull();
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
  ['asked_before', { askedBefore: true, daysSinceAsked: 1 }],
  ['regulator_first', { regulatorAsks: true, daysSinceService: 1, daysSinceAsked: 1 }],
  ['after_service', { daysSinceService: 29, daysSinceAsked: 1 }],
  ['asked_recently', { daysSinceAsked: 13, timesAsked: 9 }],
  ['asked_often', { timesAsked: 2 }],
  ['another_in_home', { anotherInHome: true }],
])('%s', (reason, facts) => {
  const chosen = audience.parse({ panelId: panel, areas: ['Elm'], tenures: ['general_needs'] });
  expect(outOf({ ...may, ...facts }, chosen)).toBe(reason);
});

test.each(rests)('$name', ({ campaign, person, chosen, kind, out }) => {
  const found = surveyKind(campaign as CampaignFacts);
  expect(found).toBe(kind);
  expect(outReason({ ...may, ...person }, audience.parse(chosen), found)).toBe(out);
});

test('every kind of survey has its rests', () => {
  expect(new Set(rests.map(({ kind }) => kind))).toEqual(new Set(Object.keys(restsOf)));
});

test('rest ends after its days', () => {
  expect(outOf({ ...may, daysSinceAsked: 14 }, everyone)).toBeNull();
  expect(outOf({ ...may, daysSinceAsked: 20 }, audience.parse({ restDays: 30 }))).toBe('asked_recently');
});

test('every reason has short words', () => {
  expect(Object.keys(outWords)).toEqual(outReasons);
});

/** For each field a rule that this person meets, and one they do not. */
const rules: Record<FieldCode, [met: object, unmet: object]> = {
  scheme: [{ codes: ['Elm Court', 'Oak House'] }, { codes: ['Oak House'] }],
  property_type: [{ codes: ['flat'] }, { codes: ['house'] }],
  age: [{ from: 65 }, { to: 69 }],
  language: [{ codes: ['ur', 'cy'] }, { codes: ['en'] }],
  format: [{ codes: ['large'] }, { codes: ['standard'] }],
  way: [{ codes: ['email', 'post'] }, { codes: ['email'] }],
  group: [{ codes: [panel] }, { codes: ['018f0000-0000-7000-8000-000000000002'] }],
  interest: [{ codes: ['repairs'] }, { codes: ['safety'] }],
  tenancy: [{ from: 3, to: 3 }, { from: 4 }],
  digital: [{ codes: ['online'] }, { codes: ['offline'] }],
  last_wave: [{ codes: ['did_not', 'not_asked'] }, { codes: ['answered'] }],
  joined: [{ since: '2026-02-01' }, { since: '2026-02-02' }],
};

test.each(fieldCodes)('by %s', (field) => {
  const [met, unmet] = rules[field];
  const chosen = (rule: object) => audience.parse({ where: [{ field, ...rule }] });
  expect(outOf(may, chosen(met))).toBeNull();
  expect(outOf(may, chosen({}))).toBeNull();
  expect(outOf(may, chosen(unmet))).toBe(`outside_${field}`);
  expect(outOf({ ...may, values: { ...values, [field]: null } }, chosen(met))).toBe(`outside_${field}`);
  expect(outWords[`outside_${field}`]).toBe(audienceFields[field].another);
});

test.each(['ethnicity', 'disability', 'belief', 'sexual_orientation'])(
  'nobody is picked by %s, and it says so kindly',
  (field) => {
    const answer = audience.safeParse({ where: [{ field, codes: ['x'] }] });
    expect(answer.error?.issues[0]?.message).toBe(
      'We do not pick people by ethnicity, disability, belief or orientation. Try area, tenure, home type or age.',
    );
  },
);

test.each([
  [[{ field: 'age', from: 70, to: 60 }]],
  [[{ field: 'age', from: 1.5 }]],
  [[{ field: 'joined', since: '31 March' }]],
  [[{ field: 'age' }, { field: 'age' }]],
])('not a choice: %j', (where) => {
  expect(audience.safeParse({ where }).success).toBe(false);
});
