import { insertOwnRevision } from '../../../db/commands/own-editions.ts';
import { transaction } from '../../../db/connect.ts';
import { easyDraftsOf, nextNumber } from '../../../db/queries/own-editions.ts';
import { newestVersion, questionnaireLocked } from '../../../db/queries/questionnaires.ts';
import type { OwnFormat } from '../../../surveys/format.ts';
import { textsHash } from '../../../surveys/questionnaire/hash.ts';
import { basisHash } from '../../../surveys/questionnaire/own-editions.ts';
import type { Actor } from '../../actor.ts';
import { sha256 } from '../../auth/hash.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { basisNow, groundOf } from './basis.ts';
import { easyWordsIn } from './easy-words.ts';

export interface EditionName {
  language: string;
  format: OwnFormat;
}

/**
 * Makes a draft of easy read, braille or audio from the approved words of a language, as a new revision. Throws `not_found`, `not_published`
 * and `words_not_approved`.
 */
export async function makeEdition(
  deps: Deps,
  actor: Actor,
  questionnaireId: string,
  { language, format }: EditionName,
): Promise<string> {
  const id = deps.newId();
  await transaction(deps.db, async (tx) => {
    if (!(await questionnaireLocked(tx, questionnaireId))) throw problems.notFound('questionnaire');
    const version = await newestVersion(tx, questionnaireId);
    if (!version) throw problems.conflict('not_published', 'Publish the questionnaire first.');
    const basis = basisNow(await groundOf(tx, version), language);
    if (basis === null)
      throw problems.conflict('words_not_approved', 'Approve the words of this language first: it is made from them.');
    const easy = format === 'easy_read' ? easyWordsIn(await easyDraftsOf(tx, questionnaireId), language, version) : {};
    const texts = { ...basis.words, ...easy };
    await insertOwnRevision(tx, {
      revision: {
        id,
        versionId: version.id,
        language,
        format,
        number: await nextNumber(tx, { versionId: version.id, language, format }),
        texts,
        hash: await textsHash(texts, sha256),
        status: 'draft',
        approvedBy: null,
        approvedAt: null,
        createdAt: deps.clock.now(),
      },
      madeFrom: await basisHash(basis, sha256),
      madeBy: actor.name,
      carriedFrom: null,
    });
    const detail = { language, format, version: version.number };
    await audit(tx, deps, actor, { action: 'edition.make', subject: questionnaireId, detail });
  });
  return id;
}
