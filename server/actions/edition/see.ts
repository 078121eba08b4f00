import { type OwnRevision, ownRevisions } from '../../../db/queries/own-editions.ts';
import { newestRevisions, newestVersion, type Revision } from '../../../db/queries/questionnaires.ts';
import { formatCodes, isOwnFormat, type OwnFormat } from '../../../surveys/format.ts';
import { type Language, languageCodes, languages } from '../../../surveys/language.ts';
import { easyWarnings } from '../../../surveys/questionnaire/easy-read.ts';
import type { Deps } from '../../deps.ts';
import { mustQuestionnaire } from '../questionnaire/draft.ts';
import { landlordToday } from '../today.ts';
import { type Ground, groundOf, outdated, wordsOf } from './basis.ts';
import { editionView } from './file.ts';
import { mustRevision } from './revision.ts';

/** How one edition stands: what a person did last, and whether it may be sent. */
export interface Cell {
  language: Language;
  format: (typeof formatCodes)[number];
  state: 'approved' | 'draft' | 'out_of_date' | 'not_made' | 'no_words';
  /** The revision to open; null for print, which is looked at with its words, and where there is none. */
  revisionId: string | null;
  /** Who approved what may be sent now, and when. */
  approvedBy: string | null;
  approvedAt: Date | null;
  /** What changed, where it is out of date. */
  why: string[];
}

const nothing = { revisionId: null, approvedBy: null, approvedAt: null, why: [] };

/** Print stands as its words do: one approval for every size. */
function printCell(revisions: readonly Revision[], language: Language, format: Cell['format']): Cell {
  const held = revisions.find((one) => one.language === language && one.format === format);
  if (!held) return { language, format, state: 'no_words', ...nothing };
  const state = held.status === 'approved' ? 'approved' : 'draft';
  return { ...nothing, language, format, state, approvedBy: held.approvedBy, approvedAt: held.approvedAt };
}

const newer = (a: OwnRevision, b: OwnRevision) => b.versionNumber - a.versionNumber || b.number - a.number;

interface Seeing {
  ground: Ground;
  own: readonly OwnRevision[];
  today: string;
}

function ownCell({ ground, own, today }: Seeing, language: Language, format: OwnFormat): Cell {
  const [newest] = own.filter((one) => one.language === language && one.format === format).toSorted(newer);
  if (!newest) {
    const state = wordsOf(ground, language) === null ? 'no_words' : 'not_made';
    return { language, format, state, ...nothing };
  }
  const old = outdated(ground, newest, today);
  const { id: revisionId, approvedBy, approvedAt, status } = newest;
  if (old) return { language, format, state: 'out_of_date', revisionId, approvedBy, approvedAt, why: old.why };
  const state = status === 'approved' ? 'approved' : 'draft';
  return { language, format, state, revisionId, approvedBy, approvedAt, why: [] };
}

/** Every edition of the newest version, language by format. Throws `not_found`. */
export async function seeEditions(deps: Deps, questionnaireId: string) {
  const { db } = deps;
  const { name } = await mustQuestionnaire(db, questionnaireId);
  const version = await newestVersion(db, questionnaireId);
  if (!version) return { name, version: null, languages: [], cells: [] };
  const seeing = {
    ground: await groundOf(db, version),
    own: await ownRevisions(db, questionnaireId),
    today: await landlordToday(db, deps),
  };
  const print = await newestRevisions(db, version.id);
  const codes = languageCodes.filter((code) => print.some(({ language }) => language === code));
  const cells = codes.flatMap((language) =>
    formatCodes.map((format) =>
      isOwnFormat(format) ? ownCell(seeing, language, format) : printCell(print, language, format),
    ),
  );
  return {
    name,
    version: version.number,
    languages: codes.map((code) => ({ code, name: languages[code].name, english: languages[code].english })),
    cells,
  };
}

/** A revision to be looked at: how it stands, and what a person should look at in it. Throws `not_found`. */
export async function seeEdition(deps: Deps, id: string) {
  const { revision, ground } = await mustRevision(deps.db, id);
  const { language, format, status, approvedBy, approvedAt, createdAt, madeBy, texts, compiled } = revision;
  const { name } = await mustQuestionnaire(deps.db, revision.questionnaireId);
  const old = outdated(ground, revision, await landlordToday(deps.db, deps));
  const warnings = format === 'easy_read' ? easyWarnings(compiled, texts, language) : [];
  return {
    id,
    questionnaireId: revision.questionnaireId,
    name,
    version: revision.versionNumber,
    number: revision.number,
    language,
    languageName: languages[language].name,
    format,
    approved: status === 'approved',
    approvedBy,
    approvedAt,
    madeBy,
    madeAt: createdAt,
    why: old?.why ?? [],
    ...(await editionView(deps, revision)),
    warnings: warnings.map(({ sentence }) => sentence),
  };
}
