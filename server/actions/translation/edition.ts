import { approveRevision, insertRevision } from '../../../db/commands/questionnaires.ts';
import type { Db } from '../../../db/connect.ts';
import {
  newestRevisions,
  newestVersion,
  type Questionnaire,
  type Revision,
} from '../../../db/queries/questionnaires.ts';
import { printSizes } from '../../../surveys/format.ts';
import { type Compilation, compile } from '../../../surveys/questionnaire/compile.ts';
import { contentHash, textsHash } from '../../../surveys/questionnaire/hash.ts';
import { editionOf } from '../../../surveys/questionnaire/translation/standing.ts';
import type { Deed } from '../../../surveys/questionnaire/translation/types.ts';
import type { EditionStatus, Texts } from '../../../surveys/questionnaire/types.ts';
import { sha256 } from '../../auth/hash.ts';
import type { Deps } from '../../deps.ts';
import { standingsOfLanguage } from './standing.ts';

/** The words of one language of a version, how they stand, and who approved them. */
export interface Edition {
  versionId: string;
  language: string;
  texts: Texts;
  status: EditionStatus;
  approved: Deed | null;
}

const newest = (held: readonly Revision[], language: string, format: string): Revision | undefined =>
  held.find((one) => one.language === language && one.format === format);

/**
 * Writes the words of one language in every print size: a new revision where the words are new, an approval where the same words were not
 * approved before. A revision that is approved stays as it is. Takes the newest revisions of the version.
 */
export async function writeEdition(
  tx: Db,
  { newId }: Pick<Deps, 'newId'>,
  at: Date,
  { versionId, language, texts, status, approved }: Edition,
  held: readonly Revision[],
): Promise<void> {
  const hash = await textsHash(texts, sha256);
  // What only the bank approved, a person approved before it came to us.
  const deed = approved ?? (status === 'approved' ? { by: 'Earshot', at } : null);
  for (const format of printSizes) {
    const before = newest(held, language, format);
    if (before?.hash === hash) {
      if (deed) await approveRevision(tx, before.id, deed.by, deed.at);
      continue;
    }
    await insertRevision(tx, {
      id: newId(),
      versionId,
      language,
      format,
      number: (before?.number ?? 0) + 1,
      texts,
      hash,
      status,
      approvedBy: deed?.by ?? null,
      approvedAt: deed?.at ?? null,
      createdAt: at,
    });
  }
}

/** What residents get in a language: the approved words; or why not yet. */
export type EditionState = 'approved' | 'not_published' | 'changed' | 'waiting';

/** Whether a draft asks the same in the same source words as a version. */
export const asksTheSame = async ({ structure, texts }: Compilation, { hash }: { hash: string }): Promise<boolean> =>
  (await contentHash(structure, texts, sha256)) === hash;

/**
 * Makes the words of a language those that residents get, when every text of the newest version is approved in it and none is out of date.
 * Call it after texts were approved, with the questionnaire held.
 */
export async function approveWhole(
  tx: Db,
  deps: Pick<Deps, 'newId' | 'clock'>,
  { id, draft }: Questionnaire,
  language: string,
): Promise<EditionState> {
  const version = await newestVersion(tx, id);
  if (!version) return 'not_published';
  const compilation = compile(draft);
  if (!(await asksTheSame(compilation, version))) return 'changed';
  const { status, approved } = editionOf(await standingsOfLanguage(tx, id, compilation, language));
  if (status !== 'approved') return 'waiting';
  const at = deps.clock.now();
  const texts = compilation.editions[language] ?? {};
  const edition = { versionId: version.id, language, texts, status, approved };
  await writeEdition(tx, deps, at, edition, await newestRevisions(tx, version.id));
  return 'approved';
}
