import { expect, test } from 'vitest';
import { audience } from './audience.ts';
import { type AskedBy, audienceSentence, samplingSentence } from './audience-words.ts';
import type { SurveyKind } from './rests.ts';

const say = (choice: object, of: Partial<AskedBy> = {}) =>
  audienceSentence(audience.parse(choice), { panel: null, unit: 'person', kind: 'perception', ...of }, (code) =>
    code.replaceAll('_', ' '),
  );

/** Where nothing is left of the rests but what no audience can change. */
const none = { restDays: 0, serviceRestDays: 0, mostAsked: null };
const waits = "not while the regulator's survey asks their home.";

test.each([
  [`All residents, ${waits}`, {}],
  [
    `All residents in Elm, Oak with tenure general needs, ${waits}`,
    { areas: ['Elm', 'Oak'], tenures: ['general_needs'] },
  ],
  [
    `All residents with age 65 or more and interest in repairs or safety, ${waits}`,
    {
      where: [
        { field: 'age', from: 65 },
        { field: 'interest', codes: ['repairs', 'safety'] },
      ],
    },
  ],
  [
    `All residents with years in their home up to 2 and joined since 3 May 2026, ${waits}`,
    {
      where: [
        { field: 'tenancy', to: 2 },
        { field: 'joined', since: '2026-05-03' },
      ],
    },
  ],
  [`All residents, ${waits}`, { where: [{ field: 'age' }, { field: 'scheme' }, { field: 'joined' }] }],
])('%s', (sentence, choice) => {
  expect(say({ ...none, ...choice })).toBe(sentence);
});

const each = 'not asked in the last 14 days';
const service = 'not asked about a service in the last 30 days';
const most = 'at most 2 times in 91 days';

test.each<[SurveyKind, object, string]>([
  ['perception', {}, `All residents, ${each}, ${service}, ${most} and ${waits}`],
  ['perception', { ...none, restDays: 20 }, `All residents, not asked in the last 20 days and ${waits}`],
  ['perception', { ...none, serviceRestDays: 30 }, `All residents, ${service} and ${waits}`],
  ['transactional', {}, `All residents, ${each}, ${most} and ${waits}`],
  ['other', {}, `All residents, ${each}, ${most} and ${waits}`],
  ['regulator', {}, 'All residents, however lately we asked them.'],
  ['regulator', none, 'All residents, however lately we asked them.'],
])('a survey of kind %s with %j', (kind, choice, sentence) => {
  expect(say(choice, { kind })).toBe(sentence);
});

test('of a panel, and of homes', () => {
  expect(say(none, { panel: "People's Panel" })).toBe(`Members of People's Panel, ${waits}`);
  expect(say({ ...none, where: [{ field: 'age', from: 30, to: 40 }] }, { unit: 'household' })).toBe(
    `One person in each home with age 30 to 40, ${waits}`,
  );
});

test.each([
  ['Everyone', { method: 'everyone' }],
  ['1,200 people picked at random', { method: 'random', size: 1200 }],
  ['10% picked at random', { method: 'share', percent: 10 }],
  [
    'By area and property type: 300 people shared out in proportion, each group picked at random',
    { method: 'stratified', size: 300, by: ['area', 'property_type'], numbers: null },
  ],
  [
    'By age: chosen numbers, each group picked at random',
    { method: 'stratified', size: 300, by: ['age'], numbers: { '16 to 34': 3 } },
  ],
  [
    '300 people; a group by tenure is left in peace when it has answers enough',
    { method: 'quota', size: 300, by: ['tenure'], targets: {} },
  ],
] as const)('%s', (sentence, design) => {
  expect(samplingSentence(structuredClone(design) as Parameters<typeof samplingSentence>[0])).toBe(sentence);
});
