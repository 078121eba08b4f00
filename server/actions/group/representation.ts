import { type Db, transaction } from '../../../db/connect.ts';
import { groupById } from '../../../db/queries/groups.ts';
import {
  type EqualitySettings,
  equalitySettings,
  type MakeUpRow,
  makeUpOf,
  ownSets,
  profileMakeUpOf,
} from '../../../db/queries/profiles.ts';
import type { Nation } from '../../../surveys/fieldwork/bank-holidays.ts';
import { preferNotToSay, profileFields, profileList } from '../../../surveys/profiles/lists.ts';
import { groupingOn, type OwnSet, ownAgeBands } from '../../../surveys/profiles/own-bands.ts';
import { type Band, bandOf, bandsFor, setsOn } from '../../../surveys/results/bands.ts';
import { compareMakeUp, type GroupMakeUp, shortages } from '../../../surveys/results/make-up.ts';
import { thresholdsFor } from '../../../surveys/results/thresholds.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { maySeeProfiles } from '../profile/may.ts';
import { labels } from '../results/labels.ts';
import { todayIn } from '../today.ts';

/** Everything of a group's page "Who is in it": counts, and by what they are compared. */
interface Making {
  rows: readonly MakeUpRow[];
  everyone: { population: number; members: number };
  sets: readonly OwnSet[];
  nation: Nation;
  today: string;
}

const countsIn = (
  rows: readonly MakeUpRow[],
  field: string,
  code: string,
  label: string,
  fits: (code: string) => boolean,
) => {
  const mine = rows.filter((row) => row.field === field && fits(row.code));
  const sum = (of: 'population' | 'members') => mine.reduce((total, row) => total + row[of], 0);
  return { code, label, population: sum('population'), members: sum('members') };
};

const plainFields = [
  { field: 'area', query: 'area' },
  { field: 'tenure', query: 'tenure' },
  { field: 'property_type', query: 'propertyType' },
] as const;

type Query = Partial<Record<'area' | 'tenure' | 'propertyType', string>> & { ageFrom?: number; ageTo?: number };

/** A field that may be balanced by: its groups, each with what an invitation to it asks for. */
function balanced(
  { rows, everyone }: Making,
  field: string,
  counts: readonly GroupMakeUp[],
  queryOf: (code: string) => Query,
) {
  const compared = compareMakeUp(counts, everyone, null);
  const mend = shortages(compared.groups, everyone.members).map((each) => ({
    ...each,
    field,
    query: queryOf(each.code),
  }));
  return {
    shown: { field, name: null, profile: false, special: false, ...compared },
    mend: rows.length === 0 ? [] : mend,
  };
}

function byAge(making: Making) {
  const sets = setsOn(making.today, ownAgeBands(making.sets));
  const { bands } = bandsFor(making.today, making.everyone.members, sets);
  const counts = bands.map((band) =>
    countsIn(making.rows, 'age', band.id, band.label, (code) => bands[bandOf(bands, Number(code))] === band),
  );
  return balanced(making, 'age', counts, (code) => agesOf(bands.find(({ id }) => id === code)));
}

const agesOf = (band: Band | undefined): Query => ({
  ...(band && { ageFrom: band.from }),
  ...(band && band.to !== null && { ageTo: band.to }),
});

function byPlainField(making: Making, { field, query }: (typeof plainFields)[number]) {
  const mine = making.rows.filter((row) => row.field === field);
  const counts = mine.map(({ code, population, members }) => ({
    code,
    label: labels[code] ?? code,
    population,
    members,
  }));
  return balanced(making, field, counts, (code) => ({ [query]: code }));
}

/** Fields of the profile that may be compared: without a recorded lawful basis none of the special ones. */
const comparedFields = (nation: Nation, basis: string) =>
  profileFields.filter((field) => basis !== '' || !profileList(field, nation).special);

/** A field that is shown and never balanced by; "prefer not to say" is an answer like others. Small numbers are hidden. */
function byProfileField({ rows, everyone, sets, nation, today }: Making, field: (typeof profileFields)[number]) {
  const list = profileList(field, nation);
  const groups = groupingOn(today, list, sets);
  const counts = [
    ...groups.map(({ code, label, codes }) => countsIn(rows, field, code, label, (each) => codes.includes(each))),
    countsIn(rows, field, preferNotToSay, 'Prefer not to say', (each) => each === preferNotToSay),
  ];
  const compared = compareMakeUp(counts, everyone, thresholdsFor('published', today));
  return { field, name: list.name.en, profile: true, special: list.special, ...compared };
}

async function profileRows(
  deps: Deps,
  tx: Db,
  actor: Actor,
  asked: { groupId: string; today: string; fields: string[] },
) {
  const { groupId, today, fields } = asked;
  await audit(tx, deps, actor, { action: 'profiles.compare', subject: groupId, detail: { fields } });
  return profileMakeUpOf(tx, groupId, today, fields);
}

/** Why special categories are not among what is shown; null when they are. */
const withheld = (may: boolean, { basis }: EqualitySettings) =>
  may ? (basis === '' ? ('no_basis' as const) : null) : ('not_allowed' as const);

/**
 * Who is in a panel or group beside everybody who lives here, and whom to invite to mend it. Profile fields are compared for those
 * who may see them, which is recorded; the special ones only with a recorded lawful basis; none is ever invited by. Throws `not_found`.
 */
export async function seeRepresentation(deps: Deps, actor: Actor, groupId: string) {
  return transaction(deps.db, async (tx) => {
    const group = await groupById(tx, groupId);
    if (!group) throw problems.notFound('group');
    const settings = await equalitySettings(tx);
    const today = todayIn(settings.timeZone, deps);
    const nation = settings.nation as Nation;
    const may = await maySeeProfiles(tx, actor);
    const fields = may ? comparedFields(nation, settings.basis) : [];
    const rows = await makeUpOf(tx, groupId, today);
    const { population = 0, members = 0 } = rows.find(({ field }) => field === 'all') ?? {};
    const making = { rows, everyone: { population, members }, sets: await ownSets(tx), nation, today };
    const open = [byAge(making), ...plainFields.map((each) => byPlainField(making, each))];
    const told = may ? { ...making, rows: await profileRows(deps, tx, actor, { groupId, today, fields }) } : making;
    return {
      name: group.name,
      kind: group.kind,
      ...making.everyone,
      withheld: withheld(may, settings),
      fields: [...open.map(({ shown }) => shown), ...fields.map((field) => byProfileField(told, field))],
      mend: open.flatMap(({ mend }) => mend),
    };
  });
}
