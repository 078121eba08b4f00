import type { Nation } from '../fieldwork/bank-holidays.ts';
import { digitsIn } from '../interview/digits.ts';
import {
  type ProfileCode,
  type ProfileField,
  type ProfileGroup,
  type ProfileList,
  preferNotToSay,
  profileList,
  profileLists,
} from './lists.ts';

/** What a cell says of a person: a code; null, that it is not known and nothing is to be kept; or why it cannot be used. */
export type ProfileRead = { code: string | null } | { fault: string };

const refusals = [
  'prefer not to say',
  'refused',
  'declined',
  'declined to say',
  'does not wish to say',
  'not disclosed',
];
const unknowns = ['unknown', 'not known', 'not recorded', 'not stated', 'not asked', 'no information', 'n a', 'blank'];

/** Letters and digits alone, in lower case: punctuation, accents, "and" and "or" make no difference. */
const plain = (text: string): string =>
  digitsIn(text)
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:and|or) /g, '')
    .trim();

const namesOf = (each: ProfileCode | ProfileGroup): string[] =>
  [each.code, ...Object.values(each.label), ...(each.also ?? [])].map(plain);

/** Every way of writing each code of a list. What stands first wins: a code before its group, "White Irish" only where no code is called so. */
function spellings(list: ProfileList): Map<string, string> {
  const known = new Map<string, string>();
  const add = (name: string, code: string) => known.has(name) || known.set(name, code);
  for (const each of list.codes)
    for (const name of [...(each.core ?? []).map(plain), ...namesOf(each)]) add(name, each.code);
  for (const group of list.groups ?? []) for (const name of namesOf(group)) add(name, group.code);
  for (const each of list.codes) {
    const group = list.groups?.find((one) => one.code === each.group);
    for (const first of group ? namesOf(group) : [])
      for (const last of namesOf(each)) add(`${first} ${last}`, each.code);
  }
  for (const name of [...refusals, ...(list.coreRefused ?? [])].map(plain)) add(name, preferNotToSay);
  return known;
}

/** Read once: an import asks for every cell of a column. */
const known = new Map(profileLists.map((list) => [list.id, spellings(list)]));

/** Letters of a cell that its fault repeats. */
const shown = 40;

/**
 * Reads a cell that is not blank as a code of a field: our codes, the words of the list in any language whatever their case and
 * punctuation, its broad groups, the numbers of CORE, and a refusal. A fault follows the name of its column, and says what is accepted.
 */
export function readProfileCode(field: ProfileField, text: string, nation: Nation): ProfileRead {
  const list = profileList(field, nation);
  const words = plain(text);
  const code = known.get(list.id)?.get(words);
  if (code) return { code };
  if (unknowns.includes(words)) return { code: null };
  return { fault: `"${text.slice(0, shown)}" is not one we know. Use ${accepted(list)}.` };
}

/** What may stand in a cell, for the sentence: the words, what CORE writes, a refusal. */
function accepted(list: ProfileList): string {
  const core = list.codes.flatMap((each) => each.core ?? []);
  return [
    ...list.codes.map((each) => each.label.en),
    ...(core.length > 0 ? [`the CORE ${core.every((each) => /^\d+$/.test(each)) ? 'number' : 'letter'}`] : []),
    'or "prefer not to say"',
  ].join('; ');
}
