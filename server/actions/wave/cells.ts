import type { Db } from '../../../db/connect.ts';
import { type CellFilter, everyCell } from '../../../db/queries/board.ts';
import { type EqualitySettings, equalitySettings, ownSets } from '../../../db/queries/profiles.ts';
import type { WaveRow } from '../../../db/queries/waves.ts';
import type { Nation } from '../../../surveys/fieldwork/bank-holidays.ts';
import { type Cell, isPickField, notPicked, type PickField } from '../../../surveys/fieldwork/cell.ts';
import { localDate } from '../../../surveys/fieldwork/dates.ts';
import {
  isProfileField,
  type ProfileField,
  preferNotToSay,
  profileFields,
  profileList,
} from '../../../surveys/profiles/lists.ts';
import { groupingOn, ownAgeBands } from '../../../surveys/profiles/own-bands.ts';
import { type Band, bandOf, bandsFor, setsOn } from '../../../surveys/results/bands.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { labels } from '../results/labels.ts';

/** The groups of one field, in order; `of` gives the place of a code, -1 for none. */
export interface Grouping {
  field: string;
  /** The list's own name; null where the console has words for it. */
  name: string | null;
  profile: boolean;
  groups: { code: string; label: string }[];
  of(code: string): number;
}

/** Bands of age of a wave: wide ones, the same from its first day to its last. */
export async function bandsOfWave(db: Db, deps: Pick<Deps, 'clock'>, wave: WaveRow): Promise<readonly Band[]> {
  const today = localDate(deps.clock.now().getTime(), wave.timeZone);
  return bandsFor(today, 0, setsOn(wave.opensOn, ownAgeBands(await ownSets(db)))).bands;
}

/** Fields a wave may be looked at by, for somebody who may see profiles or not: the special ones only with a recorded lawful basis. */
export const boardFields = ({ nation, basis }: EqualitySettings, may: boolean) => {
  if (!may) return [];
  const lists = profileFields.map((field) => ({ field, list: profileList(field, nation as Nation) }));
  return lists.filter(({ list }) => basis !== '' || !list.special);
};

/** The groups of a field: bands, broad groups of what people say of themselves, or the codes that are there. */
export async function groupingOf(
  db: Db,
  deps: Pick<Deps, 'clock'>,
  wave: WaveRow,
  { field, codes }: { field: PickField | ProfileField; codes: readonly string[] },
): Promise<Grouping> {
  if (field === 'age') return ages(await bandsOfWave(db, deps, wave));
  if (isPickField(field)) return plain(field, codes);
  const list = profileList(field, (await equalitySettings(db)).nation as Nation);
  const broad = groupingOn(localDate(deps.clock.now().getTime(), wave.timeZone), list, await ownSets(db));
  const groups = [...broad, { code: preferNotToSay, label: 'Prefer not to say', codes: [preferNotToSay] }];
  return {
    field,
    name: list.name.en,
    profile: true,
    groups: groups.map(({ code, label }) => ({ code, label })),
    of: (code) => groups.findIndex((group) => group.codes.includes(code)),
  };
}

const ages = (bands: readonly Band[]): Grouping => ({
  field: 'age',
  name: null,
  profile: false,
  groups: bands.map(({ id, label }) => ({ code: id, label })),
  of: (code) => bandOf(bands, Number(code)),
});

function plain(field: PickField, codes: readonly string[]): Grouping {
  const all = [...new Set(codes)].sort();
  const groups = all.map((code) => ({ code, label: labels[code] ?? code }));
  return { field, name: null, profile: false, groups, of: (code) => all.indexOf(code) };
}

/** What a cell asks for of a frame member. Throws for a field nobody is picked by, and for a group that is none. */
export async function filterOf(
  db: Db,
  deps: Pick<Deps, 'clock'>,
  wave: WaveRow,
  cells: readonly Cell[],
): Promise<CellFilter> {
  const parts = cells.map(async ({ field, code }): Promise<Partial<CellFilter>> => {
    if (!isPickField(field)) throw problems.conflict('not_picked', notPicked(nameOf(field)));
    if (field === 'area') return { area: code };
    if (field === 'tenure') return { tenure: code };
    if (field === 'property_type') return { propertyType: code };
    const band = (await bandsOfWave(db, deps, wave)).find(({ id }) => id === code);
    if (!band) throw problems.badInput([{ path: 'cell', message: 'There is no such band of age.' }]);
    return { ageFrom: band.from, ageTo: band.to };
  });
  return Object.assign({}, everyCell, ...(await Promise.all(parts)));
}

const nameOf = (field: string): string =>
  isProfileField(field) ? profileList(field, 'england-wales').name.en : field.replaceAll('_', ' ');
