import type { Db } from '../../../../db/connect.ts';
import { transaction } from '../../../../db/connect.ts';
import { type Questionnaire, questionnaireLocked } from '../../../../db/queries/questionnaires.ts';
import { type Compilation, compile } from '../../../../surveys/questionnaire/compile.ts';
import {
  type Incoming,
  type IncomingChange,
  type IncomingText,
  readIncoming,
} from '../../../../surveys/questionnaire/translation/incoming.ts';
import type { Mark, Standing } from '../../../../surveys/questionnaire/translation/types.ts';
import { placeOf, placeWords } from '../../../../surveys/questionnaire/translation/where.ts';
import type { Actor } from '../../../actor.ts';
import type { Deps } from '../../../deps.ts';
import { problems } from '../../../problem.ts';
import { audit } from '../../audit.ts';
import { mustQuestionnaire } from '../../questionnaire/draft.ts';
import { naming } from '../see-languages.ts';
import { markOf, standingsOfLanguage } from '../standing.ts';
import { freshMark, mustTranslateInto, putWords } from '../words.ts';
import { readCsv, textOf } from './csv.ts';
import { type FileState, type ReadFile, TranslationFileError } from './unit.ts';
import { readXliff } from './xliff-read.ts';

/** What the state in a file makes of its words: whoever is outside says that words are checked, and nobody outside approves. */
const statusOf: Record<FileState, IncomingText['status']> = {
  initial: 'machine',
  unsaid: 'draft',
  translated: 'draft',
  reviewed: 'checked',
  final: 'checked',
};

const unusable = (message: string) => problems.badInput([{ path: 'file', message }]);

function readFile(bytes: Uint8Array): ReadFile {
  try {
    const text = textOf(bytes);
    return /^\ufeff?\s*</.test(text) ? readXliff(text) : readCsv(text);
  } catch (error) {
    if (error instanceof TranslationFileError) throw unusable(error.message);
    throw error;
  }
}

/** "pl-PL" is Polish. */
const speaks = (code: string | null, language: string): boolean =>
  code === null ||
  code.toLowerCase() === language.toLowerCase() ||
  code.toLowerCase().startsWith(`${language.toLowerCase()}-`);

function mustBeIn({ source, target }: ReadFile, from: string, language: string): void {
  const { english } = naming(language);
  if (!speaks(target, language)) throw unusable(`This file is in "${target}", and this page is about ${english}.`);
  if (!speaks(source, from))
    throw unusable(`This file was translated from "${source}", not from ${naming(from).english}.`);
}

interface Compared {
  compilation: Compilation;
  standings: Standing[];
  incoming: Incoming;
}

async function compared(db: Db, { id, draft }: Questionnaire, code: string, bytes: Uint8Array): Promise<Compared> {
  const compilation = compile(draft);
  const language = mustTranslateInto(compilation, code);
  const file = readFile(bytes);
  mustBeIn(file, compilation.language, language);
  const standings = await standingsOfLanguage(db, id, compilation, language);
  const texts = file.units.map(({ state, ...unit }) => ({
    ...unit,
    status: statusOf[state],
    vouched: state !== 'initial' && state !== 'unsaid',
  }));
  return { compilation, standings, incoming: readIncoming(standings, texts) };
}

/** What a file would change, text by text, and what of it cannot be taken. Changes nothing. */
export async function checkFile(deps: Deps, id: string, language: string, bytes: Uint8Array) {
  const questionnaire = await mustQuestionnaire(deps.db, id);
  const { compilation, incoming } = await compared(deps.db, questionnaire, language, bytes);
  const where = (key: string) => placeWords(placeOf(key, compilation.compiled));
  return {
    revision: questionnaire.draftRevision,
    changes: incoming.changes.map((one) => ({ ...one, where: where(one.key) })),
    faults: incoming.faults.map((one) => ({ ...one, where: where(one.key) })),
    same: incoming.same,
    empty: incoming.empty,
  };
}

/** What is said of words from a file. Words that are the same keep who made them. */
function markOfChange(change: IncomingChange, now: Standing | undefined, by: string, at: Date): Mark {
  const { key, source, before, after, to, was } = change;
  const deed = { by, at };
  const fresh = { ...freshMark(key, was ?? source, after), made: deed };
  const known = now !== undefined && before === after ? { ...markOf(now), source: was ?? source } : fresh;
  if (to === 'checked') return { ...known, status: 'checked', checked: deed };
  return { ...known, status: to === 'machine' ? 'machine' : 'draft' };
}

/**
 * Takes what is good of a file into the draft. Words that a person approved are left as they are unless `overApproved`. Throws `stale_draft`
 * when the draft is not the one that the file was checked against.
 */
export async function applyFile(
  deps: Deps,
  actor: Actor,
  id: string,
  input: { language: string; revision: number; overApproved: boolean; bytes: Uint8Array },
): Promise<{ changed: number; kept: number; refused: number }> {
  const { language, revision, overApproved, bytes } = input;
  const at = deps.clock.now();
  return transaction(deps.db, async (tx) => {
    const questionnaire = await questionnaireLocked(tx, id);
    if (!questionnaire) throw problems.notFound('questionnaire');
    if (questionnaire.draftRevision !== revision)
      throw problems.conflict(
        'stale_draft',
        'The questionnaire was changed since this file was checked. Check it again.',
      );
    const { standings, incoming } = await compared(tx, questionnaire, language, bytes);
    const taken = incoming.changes.filter((one) => overApproved || !one.overApproved);
    const now = new Map(standings.map((one) => [one.key, one]));
    const marks = taken.map((one) => markOfChange(one, now.get(one.key), actor.name, at));
    const texts = Object.fromEntries(taken.map(({ key, after }) => [key, after]));
    await putWords(tx, { actor, at, language }, questionnaire, texts, marks);
    await audit(tx, deps, actor, {
      action: 'translation.bring_file',
      subject: id,
      detail: { language, count: taken.length },
    });
    return { changed: taken.length, kept: incoming.changes.length - taken.length, refused: incoming.faults.length };
  });
}
