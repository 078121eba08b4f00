import { expect, test } from 'vitest';
import { fallbackWords } from './editions.ts';
import { type LaunchFacts, launchChecks } from './launch.ts';

const ready: LaunchFacts = {
  today: '2026-04-01',
  opensOn: '2026-04-01',
  closesOn: '2026-05-03',
  status: 'draft',
  hasVersion: true,
  asked: 1200,
  unreached: 0,
  landlord: { name: true, shortName: true, phone: true, address: true, freepost: true, privacyContact: true },
  phrasesToApprove: [],
  editions: [],
  post: { days: [14], printSeenMinutesAgo: 1, late: [] },
  channels: [
    { channel: 'email', sandbox: true, real: 0, demo: 300 },
    { channel: 'sms', sandbox: false, real: 300, demo: 0 },
  ],
  approvals: { planner: 'You', have: 0, quorum: 0, couldBe: [] },
  beside: { isRegulators: false, waves: [] },
};
const sentences = (changes: Partial<LaunchFacts>) =>
  launchChecks({ ...ready, ...changes }).map(({ level, sentence }) => `${level}: ${sentence}`);

test('a wave that is ready has nothing against it', () => {
  expect(sentences({})).toEqual([]);
});

test.each<[string, Partial<LaunchFacts>]>([
  ['stops: Urdu: 2 phrases are not approved by a person.', { phrasesToApprove: [{ language: 'ur', count: 2 }] }],
  [
    'stops: Post, day 14: no process that can print has been seen for 12 minutes.',
    { post: { days: [14], printSeenMinutesAgo: 12, late: [] } },
  ],
  [
    'stops: Post, day 14: no process that can print has been seen yet.',
    { post: { days: [14], printSeenMinutesAgo: null, late: [] } },
  ],
  [
    'know: The letters of step 4 may arrive when the wave has closed, on 3 May. Send them sooner or by a quicker class.',
    { post: { days: [14], printSeenMinutesAgo: 1, late: [4] } },
  ],
  [
    'stops: Email is a sandbox and 402 real residents would get email.',
    { channels: [{ channel: 'email', sandbox: true, real: 402, demo: 0 }] },
  ],
  [
    'stops: Text is not a sandbox and 1 demo resident would get texts.',
    { channels: [{ channel: 'sms', sandbox: false, real: 402, demo: 1 }] },
  ],
  ["stops: The landlord's Freepost address is missing.", { landlord: { ...ready.landlord, freepost: false } }],
  [
    'stops: You planned this wave, so a second person must launch it. Ask Sam.',
    { approvals: { planner: 'You', have: 0, quorum: 1, couldBe: ['Sam'] } },
  ],
  [
    'stops: Priya planned this wave, so a second person must approve it. Ask Sam.',
    { approvals: { planner: 'Priya', have: 0, quorum: 1, couldBe: ['Sam'] } },
  ],
  [
    'stops: Priya planned this wave, so 2 more people must approve it. Ask Sam.',
    { approvals: { planner: 'Priya', have: 1, quorum: 3, couldBe: ['Sam'] } },
  ],
  [
    'stops: Nobody has looked at this plan yet. Confirm or change it, then a second person approves it.',
    { approvals: { planner: null, have: 0, quorum: 1, couldBe: ['Sam'] } },
  ],
  [
    'stops: Nobody has looked at this plan yet. Confirm or change it, then 2 more people approve it.',
    { approvals: { planner: null, have: 0, quorum: 2, couldBe: ['Sam'] } },
  ],
  [
    'know: TSM 2026/27 is planned from 20 April, while this wave is in the field. What the regulator counts comes first: launch it before this one, or let this one close earlier.',
    {
      beside: {
        isRegulators: false,
        waves: [{ name: 'TSM 2026/27', opensOn: '2026-04-20', closesOn: '2026-06-01' }],
      },
    },
  ],
  [
    'know: Spring panel is in the field until 20 April, and its reminders may go to some of the same homes. Pause it if this one is to be answered first.',
    {
      beside: { isRegulators: true, waves: [{ name: 'Spring panel', opensOn: '2026-03-01', closesOn: '2026-04-20' }] },
    },
  ],
  ['stops: The wave closes before it opens.', { opensOn: '2026-06-01' }],
  ['stops: The wave closes on 20 March, which is past.', { opensOn: '2026-03-01', closesOn: '2026-03-20' }],
  ['stops: Bank holidays are known until 31 December 2028, and this wave closes later.', { closesOn: '2029-01-02' }],
  ['stops: Nobody would be asked: everyone is left out. See who and why.', { asked: 0 }],
  [
    'know: 8 people of those who can be asked have no way that a step uses, and would get nothing. Add a step by another way.',
    { unreached: 8 },
  ],
  ['stops: The questionnaire is not published yet.', { hasVersion: false }],
  ['stops: This wave has been launched already.', { status: 'open' }],
])('%s', (sentence, changes) => {
  expect(sentences(changes)).toEqual([sentence]);
});

test('an edition that is out of date is told, one that leaves people with nothing stops', () => {
  const gap = {
    language: 'ur',
    format: 'large',
    people: 4,
    why: 'out_of_date',
    detail: 'question 7 changed on 3 May',
  } as const;
  expect(sentences({ editions: [{ ...gap, instead: { language: 'en', format: 'large' } }] })).toEqual([
    'know: Large print Urdu is out of date: question 7 changed on 3 May. 4 people would get English large print.',
  ]);
  expect(sentences({ editions: [{ ...gap, detail: null, people: 1, instead: null }] })).toEqual([
    'stops: Large print Urdu is out of date. 1 person would get nothing.',
  ]);
});

const braille = {
  language: 'en',
  format: 'braille',
  people: 4,
  why: 'not_translated',
  detail: null,
  instead: null,
} as const;
test.each([
  [0, 'know: Braille English has not been made. 4 people would get no letter. Texts and emails still go to them.'],
  [
    1,
    'stops: Braille English has not been made. 4 people would get no letter, and 1 person of them can be reached in no other way.',
  ],
  [4, 'stops: Braille English has not been made. 4 people would get nothing.'],
])('nothing stands in for braille: %i of 4 have post alone', (postAlone, sentence) => {
  expect(sentences({ editions: [{ ...braille, postAlone }] })).toEqual([sentence]);
});

test('braille in another language is told as what it is', () => {
  const instead = { language: 'en', format: 'braille' } as const;
  expect(sentences({ editions: [{ ...braille, language: 'ur', people: 1, instead }] })).toEqual([
    'know: Braille Urdu has not been made. 1 person would get English braille.',
  ]);
  const words = fallbackWords({ asked: { language: 'ur', format: 'braille' }, got: instead, why: 'not_translated' });
  expect(words).toBe(
    'English, braille, because the Urdu braille had not been made. It had a line in Urdu on how to get it.',
  );
});

test('what somebody got instead', () => {
  const words = fallbackWords({
    asked: { language: 'ur', format: 'large' },
    got: { language: 'en', format: 'large' },
    why: 'out_of_date',
  });
  expect(words).toBe(
    'English, 18 point, because the Urdu large print was out of date. It had a line in Urdu on how to get it.',
  );
});
