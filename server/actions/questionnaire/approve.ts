import { approveRevision, insertRevision } from '../../../db/commands/questionnaires.ts';
import { transaction } from '../../../db/connect.ts';
import { newestRevisions, newestVersion, questionnaireLocked } from '../../../db/queries/questionnaires.ts';
import { printSizes } from '../../../surveys/format.ts';
import { compile } from '../../../surveys/questionnaire/compile.ts';
import { contentHash } from '../../../surveys/questionnaire/hash.ts';
import type { Texts } from '../../../surveys/questionnaire/types.ts';
import type { Actor } from '../../actor.ts';
import { sha256 } from '../../auth/hash.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { carryOver } from '../edition/carry.ts';
import { newRevision } from './publish.ts';

/** Keys of the source words that a translation lacks. */
export const lackingKeys = (source: Texts, texts: Texts): string[] => Object.keys(source).filter((key) => !texts[key]);

function mustBeWhole(source: Texts, texts: Texts): void {
  const lacking = lackingKeys(source, texts);
  if (lacking.length === 0) return;
  const them = lacking.length === 1 ? '1 text is' : `${lacking.length} texts are`;
  throw problems.conflict('incomplete', `${them} not translated yet.`);
}

/**
 * Approves the words of one language in the newest version, for every print size. While the draft asks the same in the same source words,
 * its words are the ones approved, as a new revision when they changed. Throws `not_published` and `incomplete`.
 */
export async function approve(deps: Deps, actor: Actor, id: string, language: string): Promise<void> {
  const at = deps.clock.now();
  await transaction(deps.db, async (tx) => {
    const questionnaire = await questionnaireLocked(tx, id);
    if (!questionnaire) throw problems.notFound('questionnaire');
    const version = await newestVersion(tx, id);
    if (!version) throw problems.conflict('not_published', 'Publish the questionnaire first.');
    const draft = compile(questionnaire.draft);
    const same = (await contentHash(draft.structure, draft.texts, sha256)) === version.hash;
    const held = (await newestRevisions(tx, version.id)).filter((one) => one.language === language);
    for (const format of printSizes) {
      const before = held.find((one) => one.format === format);
      const texts = (same ? draft.editions[language] : undefined) ?? before?.texts ?? {};
      mustBeWhole(version.sourceTexts, texts);
      const number = (before?.number ?? 0) + 1;
      const revision = await newRevision(
        { deps, actor, at },
        { versionId: version.id, language, format, number, texts, approved: true },
      );
      if (before?.hash === revision.hash) await approveRevision(tx, before.id, actor.name, at);
      else await insertRevision(tx, revision);
    }
    await carryOver(deps, tx, version);
    await audit(tx, deps, actor, {
      action: 'questionnaire.approve',
      subject: id,
      detail: { language, version: version.number },
    });
  });
}
