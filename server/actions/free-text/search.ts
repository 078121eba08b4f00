import { type FreeTextRow, freeTextRows } from '../../../db/queries/free-text.ts';
import { readsFreeText } from '../../../db/queries/staff.ts';
import { hideCodes } from '../../../surveys/fieldwork/code.ts';
import { isLanguage, languages } from '../../../surveys/language.ts';
import { questionKey } from '../../../surveys/questionnaire/keys.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

export interface Search {
  words: string;
  wave: string | null;
  after: string | null;
  limit: number;
}

const titled = ({ question, texts, landlord, about }: FreeTextRow): string =>
  question === null
    ? (about ?? 'Anything else')
    : (texts?.[questionKey(question, 'title')] ?? question).replaceAll('{landlord}', landlord);

function shown(row: FreeTextRow) {
  const { key, kind, from, words, language } = row;
  const dir = isLanguage(language) ? languages[language].dir : ('auto' as const);
  return { key, kind, from, about: titled(row), words: hideCodes(words), language, dir };
}

/**
 * What residents wrote with some words in it, one past the limit: which survey and question, never who. A key of a program is asked for its scope; a
 * person, whether an administrator gave them this. Throws `not_allowed`. That a search was made is written down, not what for: words can be a name.
 */
export async function searchFreeText(deps: Deps, actor: Actor, search: Search) {
  if (actor.kind === 'staff' && !(await readsFreeText(deps.db, actor.id)))
    throw problems.notAllowed('An administrator can let you search what residents wrote, under Settings, People.');
  const rows = await freeTextRows(deps.db, search);
  if (search.after === null)
    await audit(deps.db, deps, actor, {
      action: 'free_text.search',
      subject: search.wave,
      detail: { letters: search.words.length, found: Math.min(rows.length, search.limit) },
    });
  return rows.map(shown);
}
