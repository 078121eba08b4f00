import { equalitySettings, ownSets } from '../../../db/queries/profiles.ts';
import type { Nation } from '../../../surveys/fieldwork/bank-holidays.ts';
import { profileFields, profileList } from '../../../surveys/profiles/lists.ts';
import { groupingOn, ownAgeBands } from '../../../surveys/profiles/own-bands.ts';
import { bandsFor, setsOn } from '../../../surveys/results/bands.ts';
import type { Deps } from '../../deps.ts';
import { todayIn } from '../today.ts';

/** The bands in force for age and the groups of every profile field, which of them are the landlord's own, and what they may hold. */
export async function seeBands({ db, clock }: Deps) {
  const sets = await ownSets(db);
  const { nation, timeZone } = await equalitySettings(db);
  const today = todayIn(timeZone, { clock });
  const own = (field: string) => {
    const newest = sets.find((set) => set.field === field);
    return newest && newest.content.length > 0
      ? { fromDate: newest.fromDate, by: newest.createdBy, content: [...newest.content] }
      : null;
  };
  const { bands } = bandsFor(today, Number.MAX_SAFE_INTEGER, setsOn(today, ownAgeBands(sets)));
  const fields = profileFields.map((field) => {
    const list = profileList(field, nation as Nation);
    return {
      field,
      name: list.name.en,
      list: { id: list.id, source: list.source, unverified: list.unverified },
      codes: list.codes.map(({ code, label }) => ({ code, label: label.en })),
      groups: groupingOn(today, list, sets).map(({ label, codes }) => ({ label, codes: [...codes] })),
      own: own(field),
    };
  });
  return { today, age: { bands: bands.map(({ label, from, to }) => ({ label, from, to })), own: own('age') }, fields };
}
