import { insertVersion } from '../../../db/commands/questionnaires.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import {
  newestRevisions,
  newestVersion,
  type Questionnaire,
  questionnaireLocked,
  type Version,
} from '../../../db/queries/questionnaires.ts';
import { type Compilation, compile, compilerVersion } from '../../../surveys/questionnaire/compile.ts';
import { contentHash } from '../../../surveys/questionnaire/hash.ts';
import { editionOf } from '../../../surveys/questionnaire/translation/standing.ts';
import type { Actor } from '../../actor.ts';
import { sha256 } from '../../auth/hash.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { carryOver } from '../edition/carry.ts';
import { writeEdition } from '../translation/edition.ts';
import { standingsIn, translatedInto } from '../translation/standing.ts';
import { refuseFaults } from './draft.ts';
import { inspectionOf, stopping } from './inspection.ts';
import { refuseLocked } from './locked.ts';

export interface Published {
  versionId: string;
  number: number;
}

/** Who makes revisions, and when. */
interface Making {
  deps: Deps;
  actor: Actor;
  at: Date;
}

/**
 * Editions of a version in every language the draft has words in. The source words are approved by publishing; a language whose every text
 * a person has approved is approved with them, and any other waits.
 */
async function writeEditions(
  tx: Db,
  { deps, actor, at }: Making,
  version: Pick<Version, 'id' | 'questionnaireId'>,
  compilation: Compilation,
): Promise<void> {
  const held = await newestRevisions(tx, version.id);
  const standings = await standingsIn(tx, version.questionnaireId, compilation, translatedInto(compilation));
  for (const [language, texts] of Object.entries(compilation.editions)) {
    const standing =
      language === compilation.language
        ? { status: 'approved' as const, approved: { by: actor.name, at } }
        : editionOf(standings.get(language) ?? []);
    await writeEdition(tx, deps, at, { versionId: version.id, language, texts, ...standing }, held);
  }
}

function versionOf(
  { deps, actor, at }: Making,
  questionnaire: Questionnaire,
  compilation: Compilation,
  hash: string,
  number: number,
): Version {
  return {
    id: deps.newId(),
    questionnaireId: questionnaire.id,
    number,
    structure: compilation.structure,
    sourceLanguage: compilation.language,
    sourceTexts: compilation.texts,
    hash,
    compiled: compilation.compiled,
    compiler: compilerVersion,
    publishedAt: at,
    publishedBy: actor.name,
  };
}

/**
 * Publishes the draft as the next version, with an edition in each language and format. When only translations have changed since the
 * newest version, that one gets new revisions and no new version is made. Throws `bad_input` while faults stand, `wording_locked` and `stale_draft`.
 */
export async function publish(deps: Deps, actor: Actor, id: string, revision: number): Promise<Published> {
  const making = { deps, actor, at: deps.clock.now() };
  return transaction(deps.db, async (tx) => {
    const questionnaire = await questionnaireLocked(tx, id);
    if (!questionnaire) throw problems.notFound('questionnaire');
    if (questionnaire.draftRevision !== revision)
      throw problems.conflict(
        'stale_draft',
        `${questionnaire.draftBy} has changed the words since. Look at them before you publish.`,
      );
    const compilation = compile(questionnaire.draft);
    const { instrument } = questionnaire;
    refuseLocked(instrument, compilation);
    refuseFaults(stopping(await inspectionOf(tx, deps, { compilation, instrument })));
    const newest = await newestVersion(tx, id);
    const hash = await contentHash(compilation.structure, compilation.texts, sha256);
    const same = newest?.hash === hash;
    const version = same ? newest : versionOf(making, questionnaire, compilation, hash, (newest?.number ?? 0) + 1);
    if (!same) await insertVersion(tx, version);
    await writeEditions(tx, making, version, compilation);
    await carryOver(deps, tx, version);
    await audit(tx, deps, actor, { action: 'questionnaire.publish', subject: id, detail: { version: version.number } });
    return { versionId: version.id, number: version.number };
  });
}
