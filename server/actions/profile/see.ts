import { transaction } from '../../../db/connect.ts';
import { equalitySettings, type ProfileRow, profileOf } from '../../../db/queries/profiles.ts';
import { residentById } from '../../../db/queries/residents.ts';
import type { Nation } from '../../../surveys/fieldwork/bank-holidays.ts';
import { labelOf, preferNotToSay, profileFields, profileList } from '../../../surveys/profiles/lists.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { mustSeeProfiles } from './may.ts';

/** Every field with what the resident said: a value, "prefer not to say", or nothing known. */
function shown(rows: readonly ProfileRow[], nation: Nation) {
  return profileFields.map((field) => {
    const list = profileList(field, nation);
    const row = rows.find((each) => each.field === field);
    const options = [
      ...list.codes,
      ...(list.groups ?? []).filter(({ code }) => !list.codes.some((one) => one.code === code)),
    ];
    return {
      field,
      name: list.name.en,
      special: list.special,
      state:
        row === undefined
          ? ('unknown' as const)
          : row.code === preferNotToSay
            ? ('declined' as const)
            : ('known' as const),
      code: row?.code ?? null,
      label: row ? (labelOf(list, row.code) ?? row.code) : null,
      source: row?.source ?? null,
      asAt: row?.asAt ?? null,
      options: options.map(({ code, label }) => ({ code, label: label.en })),
    };
  });
}

/** What one resident said of themselves; the reading is recorded in the same transaction. Throws `not_allowed` and `not_found`. */
export async function seeProfile(deps: Deps, actor: Actor, id: string) {
  return transaction(deps.db, async (tx) => {
    await mustSeeProfiles(tx, actor);
    if (!(await residentById(tx, id))) throw problems.notFound('resident');
    const rows = await profileOf(tx, id);
    // How many, not which: that somebody was asked a closer question already tells something.
    await audit(tx, deps, actor, { action: 'profile.read', subject: id, detail: { values: rows.length } });
    return { fields: shown(rows, (await equalitySettings(tx)).nation as Nation) };
  });
}
