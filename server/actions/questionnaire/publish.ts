import { insertRevision, insertVersion } from '../../../db/commands/questionnaires.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import {
  newestRevisions,
  newestVersion,
  type Questionnaire,
  questionnaireLocked,
  type Revision,
  type Version,
} from '../../../db/queries/questionnaires.ts';
import { printSizes } from '../../../surveys/format.ts';
import { phraseLanguage } from '../../../surveys/locales/phrases.ts';
import { type Compilation, compilerVersion } from '../../../surveys/questionnaire/compile.ts';
import { contentHash, textsHash } from '../../../surveys/questionnaire/hash.ts';
import { inspect } from '../../../surveys/questionnaire/inspect/inspect.ts';
import type { Texts } from '../../../surveys/questionnaire/types.ts';
import type { Actor } from '../../actor.ts';
import { sha256 } from '../../auth/hash.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { carryOver } from '../edition/carry.ts';
import { mustCompile, refuseFaults } from './draft.ts';
import { refuseLocked } from './locked.ts';

export interface Published {
  versionId: string;
  number: number;
}

/** What a person must mend first. Words still missing in a language hold up that language's approval, not the questionnaire. */
const inspectDraft = ({ compiled, language, editions }: Compilation) =>
  inspect({ compiled, source: phraseLanguage(language), editions }).filter(({ code }) => code !== 'missing_words');

/** Who makes revisions, and when. */
export interface Making {
  deps: Deps;
  actor: Actor;
  at: Date;
}

/** A revision of one edition: the words, and whether a person has said that they are right. */
export async function newRevision(
  { deps, actor, at }: Making,
  of: { versionId: string; language: string; format: string; number: number; texts: Texts; approved: boolean },
): Promise<Revision> {
  const { approved, ...rest } = of;
  return {
    id: deps.newId(),
    ...rest,
    hash: await textsHash(of.texts, sha256),
    status: approved ? 'approved' : 'draft',
    approvedBy: approved ? actor.name : null,
    approvedAt: approved ? at : null,
    createdAt: at,
  };
}

/** Editions of a version in every language the draft has words in, one each print size; the source words are approved by publishing. */
async function writeEditions(
  tx: Db,
  making: Making,
  versionId: string,
  { editions, language: source }: Compilation,
): Promise<void> {
  const held = await newestRevisions(tx, versionId);
  for (const [language, texts] of Object.entries(editions)) {
    for (const format of printSizes) {
      const before = held.find((one) => one.language === language && one.format === format);
      const number = (before?.number ?? 0) + 1;
      const revision = await newRevision(making, {
        versionId,
        language,
        format,
        number,
        texts,
        approved: language === source,
      });
      if (before?.hash !== revision.hash) await insertRevision(tx, revision);
    }
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
    const compilation = mustCompile(questionnaire.draft);
    refuseFaults(inspectDraft(compilation));
    refuseLocked(questionnaire.instrument, compilation);
    const newest = await newestVersion(tx, id);
    const hash = await contentHash(compilation.structure, compilation.texts, sha256);
    const same = newest?.hash === hash;
    const version = same ? newest : versionOf(making, questionnaire, compilation, hash, (newest?.number ?? 0) + 1);
    if (!same) await insertVersion(tx, version);
    await writeEditions(tx, making, version.id, compilation);
    await carryOver(deps, tx, version);
    await audit(tx, deps, actor, { action: 'questionnaire.publish', subject: id, detail: { version: version.number } });
    return { versionId: version.id, number: version.number };
  });
}
