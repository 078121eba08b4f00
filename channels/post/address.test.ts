import { expect, test } from 'vitest';
import { ADDRESS_LINES, postalAddress, postcodeOf, windowLines } from './address.ts';

const elmCourt = ['Mrs N Khan', '12 Elm Court', 'Oxford', 'OX1 1AA'];

test('keeps a good address and normalises its postcode', () => {
  expect(postalAddress(elmCourt)).toEqual({ lines: elmCourt });
  expect(postalAddress(['  Mrs  N Khan ', '', '12 Elm Court', 'Oxford', 'ox11aa', 'UK'])).toEqual({ lines: elmCourt });
});

test.each([
  [['Mrs N Khan', 'OX1 1AA'], 'The address has 2 lines. The post needs at least 3.'],
  [[...'abcdefg', 'OX1 1AA'], 'The address has 8 lines. The post takes at most 7.'],
  [['Mrs N Khan', '12 Elm Court', 'Oxford'], 'The last line of the address is not a UK postcode.'],
  [['Mrs N Khan', 'NFA', 'OX1 1AA'], 'The address says no fixed abode, so a letter cannot reach it.'],
  [['Mrs N Khan', 'No fixed abode', 'OX1 1AA'], 'The address says no fixed abode, so a letter cannot reach it.'],
  [['Mrs N Khan', '<12 Elm Court', 'OX1 1AA'], 'Line 2 of the address starts with a sign the post does not take.'],
  [['=cmd', '12 Elm Court', 'OX1 1AA'], 'Line 1 of the address starts with a sign the post does not take.'],
  [['Mrs N Khan', 'x'.repeat(46), 'OX1 1AA'], 'Line 2 of the address is longer than 45 letters.'],
  [[], 'The address has 0 lines. The post needs at least 3.'],
])('refuses %j', (lines, fault) => {
  expect(postalAddress(lines)).toEqual({ fault });
});

test.each([
  ['ox1 1aa', 'OX1 1AA'],
  ['EC1A1BB', 'EC1A 1BB'],
  ['M1-1AE', 'M1 1AE'],
  ['w1a 0ax', 'W1A 0AX'],
  ['bfpo 105', 'BFPO 105'],
  ['BFPO c/o 58', 'BFPO 58'],
  ['OX1', null],
  ['OX1 1CK', null],
  ['Oxford', null],
  ['1AA OX1', null],
])('reads the postcode %s', (given, postcode) => {
  expect(postcodeOf(given)).toBe(postcode);
});

test('folds a long address into the window, keeping name and postcode on lines of their own', () => {
  const seven = ['Mrs N Khan', 'Flat 4', 'Elm Court', '12 Wharf Lane', 'Jericho', 'Oxford', 'OX1 1AA'];
  const shown = windowLines(seven);
  expect(shown).toHaveLength(ADDRESS_LINES.inWindow);
  expect(shown.join(', ')).toBe(seven.join(', '));
  expect([shown[0], shown.at(-1)]).toEqual(['Mrs N Khan', 'OX1 1AA']);
  expect(windowLines(elmCourt)).toBe(elmCourt);
});
