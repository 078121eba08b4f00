import { saveMarks } from '../../../db/commands/translations.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import {
  newestRevisions,
  newestVersion,
  type Questionnaire,
  questionnaireLocked,
} from '../../../db/queries/questionnaires.ts';
import { compile } from '../../../surveys/questionnaire/compile.ts';
import type { Standing } from '../../../surveys/questionnaire/translation/types.ts';
import type { Texts } from '../../../surveys/questionnaire/types.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { carryOver } from '../edition/carry.ts';
import { asksTheSame, writeEdition } from '../translation/edition.ts';
import { markOf, standingsOfLanguage } from '../translation/standing.ts';

/** Keys of the source words that a translation lacks. */
export const lackingKeys = (source: Texts, texts: Texts): string[] => Object.keys(source).filter((key) => !texts[key]);

const them = (count: number) => (count === 1 ? '1 text is' : `${count} texts are`);

function mustBeWhole(source: Texts, texts: Texts): void {
  const lacking = lackingKeys(source, texts);
  if (lacking.length > 0) throw problems.conflict('incomplete', `${them(lacking.length)} not translated yet.`);
}

function mustBeNew(standings: readonly Standing[]): void {
  const stale = standings.filter(({ status }) => status === 'stale');
  if (stale.length === 0) return;
  throw problems.conflict('out_of_date', `${them(stale.length)} out of date: the source words have changed since.`);
}

/** What is approved as a whole is approved text by text. */
async function approveTexts(
  tx: Db,
  { id, draft }: Questionnaire,
  language: string,
  approved: { by: string; at: Date },
): Promise<void> {
  const standings = await standingsOfLanguage(tx, id, compile(draft), language);
  mustBeNew(standings);
  const waiting = standings.filter(({ status }) => status !== 'approved');
  const marks = waiting.map((one) => ({ ...markOf(one), status: 'approved' as const, approved }));
  await saveMarks(tx, { questionnaireId: id, language }, marks);
}

/**
 * Approves all words of one language in the newest version, for every print size. While the draft asks the same in the same source words,
 * its words are the ones approved, as a new revision when they changed. Throws `not_published`, `incomplete` and `out_of_date`.
 */
export async function approve(deps: Deps, actor: Actor, id: string, language: string): Promise<void> {
  const at = deps.clock.now();
  await transaction(deps.db, async (tx) => {
    const questionnaire = await questionnaireLocked(tx, id);
    if (!questionnaire) throw problems.notFound('questionnaire');
    const version = await newestVersion(tx, id);
    if (!version) throw problems.conflict('not_published', 'Publish the questionnaire first.');
    const draft = compile(questionnaire.draft);
    const same = await asksTheSame(draft, version);
    const held = await newestRevisions(tx, version.id);
    const before = held.find((one) => one.language === language);
    const texts = (same ? draft.editions[language] : undefined) ?? before?.texts ?? {};
    mustBeWhole(version.sourceTexts, texts);
    const approved = { by: actor.name, at };
    if (same && language !== draft.language) await approveTexts(tx, questionnaire, language, approved);
    await writeEdition(tx, deps, at, { versionId: version.id, language, texts, status: 'approved', approved }, held);
    await carryOver(deps, tx, version);
    await audit(tx, deps, actor, {
      action: 'questionnaire.approve',
      subject: id,
      detail: { language, version: version.number },
    });
  });
}
