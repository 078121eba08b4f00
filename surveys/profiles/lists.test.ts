import { expect, test } from 'vitest';
import { nations } from '../fieldwork/bank-holidays.ts';
import { languageCodes } from '../language.ts';
import { broadGroups, groupOf, labelOf, preferNotToSay, profileFields, profileList, profileLists } from './lists.ts';
import { readProfileCode } from './read-code.ts';

const english = profileList('ethnicity', 'england-wales');

test('England and Wales has the 19 codes of 2021 in five groups', () => {
  expect(english.codes).toHaveLength(19);
  expect(broadGroups(english).map(({ code }) => code)).toEqual(['white', 'mixed', 'asian', 'black', 'other']);
  const sizes = broadGroups(english).map(({ code }) => english.codes.filter((each) => each.group === code).length);
  expect(sizes).toEqual([5, 4, 5, 3, 2]);
});

test('every number of CORE from 1 to 20 has a code, and 17 is a refusal', () => {
  const read = Array.from({ length: 20 }, (_, i) => readProfileCode('ethnicity', String(i + 1), 'england-wales'));
  const codes = read.map((each) => ('code' in each ? each.code : null));
  expect(codes.filter((code) => code === null)).toEqual([]);
  expect(new Set(codes).size).toBe(20);
  expect(codes[16]).toBe(preferNotToSay);
});

test.each(profileLists.map((list) => [list.id, list] as const))('%s is whole', (_, list) => {
  const codes = list.codes.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).not.toContain(preferNotToSay);
  for (const each of list.codes) {
    expect(
      broadGroups(list).map(({ code }) => code),
      each.code,
    ).toContain(groupOf(list, each.code));
    expect(labelOf(list, each.code), each.code).toBe(each.label.en);
  }
  for (const group of list.groups ?? []) {
    if (codes.includes(group.code)) expect(groupOf(list, group.code)).toBe(group.code);
    expect(
      list.codes.some((each) => each.group === group.code),
      group.code,
    ).toBe(true);
  }
});

test.each(profileLists.map((list) => [list.id, list] as const))(
  '%s has all its words in each language it is asked in',
  (_, list) => {
    const asked = Object.keys(list.question).length > 1 ? languageCodes : ['en' as const];
    const words = [list.name, list.question, ...list.codes.map(({ label }) => label)];
    const steps = list.groups?.flatMap((group) => (group.question ? [group.label, group.question] : [])) ?? [];
    for (const each of [...words, ...steps])
      for (const language of asked) expect(each[language]?.trim(), `${each.en} in ${language}`).toBeTruthy();
  },
);

test('every field has a list in every nation', () => {
  for (const nation of nations) {
    for (const field of profileFields) expect(profileList(field, nation).field).toBe(field);
  }
  expect(new Set(profileLists.map(({ field }) => field))).toEqual(new Set(profileFields));
});

test.each([
  ['ethnicity', 'white_british', 'white_british'],
  ['ethnicity', 'ENGLISH WELSH SCOTTISH NORTHERN IRISH OR BRITISH', 'white_british'],
  ['ethnicity', 'White - British', 'white_british'],
  ['ethnicity', 'Asian or Asian British: Pakistani', 'asian_pakistani'],
  ['ethnicity', 'Black / Black British - African', 'black_african'],
  ['ethnicity', 'Gypsy & Traveller', 'white_gypsy_or_irish_traveller'],
  ['ethnicity', 'Pacistanaidd', 'asian_pakistani'],
  ['ethnicity', '٩', 'asian_pakistani'],
  ['ethnicity', 'White', 'white'],
  ['ethnicity', 'Refused', 'prefer_not_to_say'],
  ['ethnicity', 'Not known', null],
  ['sex', 'f', 'female'],
  ['sex', 'R', 'prefer_not_to_say'],
  ['long_term_condition', '3', 'prefer_not_to_say'],
  ['religion', 'Church of England', 'christian'],
  ['working', '0', 'other'],
  ['working', '10', 'prefer_not_to_say'],
] as const)('%s "%s" is read as %s', (field, text, code) => {
  expect(readProfileCode(field, text, 'england-wales')).toEqual({ code });
});

test('a word we do not know is answered with those we do', () => {
  const read = readProfileCode('sex', 'X', 'england-wales');
  expect(read).toEqual({ fault: '"X" is not one we know. Use Female; Male; the CORE letter; or "prefer not to say".' });
  expect(readProfileCode('ethnicity', 'Filipino', 'england-wales')).toHaveProperty('fault');
  expect(readProfileCode('ethnicity', 'Filipino', 'northern-ireland')).toEqual({ code: 'asian_filipino' });
});

test('no two codes of a list are written the same way', () => {
  for (const nation of nations) {
    for (const field of profileFields) {
      for (const each of profileList(field, nation).codes)
        for (const words of [each.code, ...Object.values(each.label), ...(each.also ?? []), ...(each.core ?? [])])
          expect(readProfileCode(field, words, nation), `${field} ${words}`).toEqual({ code: each.code });
    }
  }
});
