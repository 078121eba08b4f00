import { expect, test } from 'vitest';
import { audience } from './audience.ts';
import { audienceSentence, samplingSentence } from './audience-words.ts';

const say = (choice: object, of: Parameters<typeof audienceSentence>[1] = { panel: null, unit: 'person' }) =>
  audienceSentence(audience.parse({ mostAsked: null, ...choice }), of, (code) => code.replaceAll('_', ' '));

test.each([
  ['All residents, not asked in the last 14 days.', {}],
  ['All residents.', { restDays: 0 }],
  ['All residents, at most 2 times in 91 days.', { restDays: 0, mostAsked: { times: 2, days: 91 } }],
  [
    'All residents in Elm, Oak with tenure general needs.',
    { restDays: 0, areas: ['Elm', 'Oak'], tenures: ['general_needs'] },
  ],
  [
    'All residents with age 65 or more and interest in repairs or safety.',
    {
      restDays: 0,
      where: [
        { field: 'age', from: 65 },
        { field: 'interest', codes: ['repairs', 'safety'] },
      ],
    },
  ],
  [
    'All residents with years in their home up to 2 and joined since 3 May 2026.',
    {
      restDays: 0,
      where: [
        { field: 'tenancy', to: 2 },
        { field: 'joined', since: '2026-05-03' },
      ],
    },
  ],
  ['All residents.', { restDays: 0, where: [{ field: 'age' }, { field: 'scheme' }, { field: 'joined' }] }],
])('%s', (sentence, choice) => {
  expect(say(choice)).toBe(sentence);
});

test('of a panel, and of homes', () => {
  expect(say({ restDays: 0 }, { panel: "People's Panel", unit: 'person' })).toBe("Members of People's Panel.");
  expect(say({ restDays: 0, where: [{ field: 'age', from: 30, to: 40 }] }, { panel: null, unit: 'household' })).toBe(
    'One person in each home with age 30 to 40.',
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
