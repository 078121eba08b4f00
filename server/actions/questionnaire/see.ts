import type { Db } from '../../../db/connect.ts';
import {
  type ListedQuestionnaire,
  newestRevisions,
  newestVersion,
  questionnaireList,
  type Revision,
  type Version,
} from '../../../db/queries/questionnaires.ts';
import { landlordSettings } from '../../../db/queries/settings.ts';
import { type Instrument, instruments } from '../../../surveys/instruments/instruments.ts';
import { opensPage } from '../../../surveys/interview/ask/asked.ts';
import { isLanguage, languages } from '../../../surveys/language.ts';
import { type Compilation, compile } from '../../../surveys/questionnaire/compile.ts';
import { contentHash, textsHash } from '../../../surveys/questionnaire/hash.ts';
import { readingAgeOf } from '../../../surveys/questionnaire/inspect/reading-age.ts';
import { minutesFor } from '../../../surveys/questionnaire/minutes.ts';
import type { EditionStatus, Texts } from '../../../surveys/questionnaire/types.ts';
import { sha256 } from '../../auth/hash.ts';
import type { Deps } from '../../deps.ts';
import { lackingKeys } from './approve.ts';
import { conditionSentence } from './condition.ts';
import { mustQuestionnaire } from './draft.ts';
import { inspectionOf } from './inspection.ts';
import { lockOf, unverifiedOf } from './locked.ts';
import { generalKeys, stringsOf } from './strings.ts';

interface Published {
  version: Version | null;
  revisions: readonly Revision[];
}

async function publishedOf(db: Db, questionnaireId: string): Promise<Published> {
  const version = await newestVersion(db, questionnaireId);
  return { version, revisions: version ? await newestRevisions(db, version.id) : [] };
}

/** True when publishing would change what residents are asked or read. */
async function isChanged(
  { structure, texts, editions }: Compilation,
  { version, revisions }: Pick<ListedQuestionnaire, 'version' | 'revisions'>,
): Promise<boolean> {
  if (!version || (await contentHash(structure, texts, sha256)) !== version.hash) return true;
  const hashes = await Promise.all(
    Object.entries(editions).map(async ([language, words]) => [language, await textsHash(words, sha256)] as const),
  );
  return hashes.some(([language, hash]) => !revisions.some((one) => one.language === language && one.hash === hash));
}

/** How the draft's words in one language stand: as the newest revision with the very same words, else as a draft. */
async function statusOf(language: string, texts: Texts, revisions: readonly Revision[]) {
  const held = revisions.find((one) => one.language === language);
  const same = held !== undefined && held.hash === (await textsHash(texts, sha256));
  if (Object.keys(texts).length === 0) return { status: 'missing' as const, approvedBy: null };
  return same
    ? { status: held.status as EditionStatus, approvedBy: held.approvedBy }
    : { status: 'draft' as const, approvedBy: null };
}

const naming = (code: string) => (isLanguage(code) ? languages[code] : { name: code, dir: 'ltr' as const });

async function editionOf(language: string, { editions, texts: source }: Compilation, revisions: readonly Revision[]) {
  const texts = editions[language] ?? {};
  const { name, dir } = naming(language);
  const total = Object.keys(source).length;
  return {
    language,
    name,
    dir,
    ...(await statusOf(language, texts, revisions)),
    done: total - lackingKeys(source, texts).length,
    total,
  };
}

function questionsOf(compilation: Compilation, instrument: string | null) {
  const { compiled, texts } = compilation;
  return compiled.questions.map((question, index) => {
    const lockedWhy = lockOf(instrument, question, compilation);
    return {
      id: question.id,
      number: index + 1,
      kind: question.kind,
      required: question.required,
      condition: conditionSentence(question, compiled, texts),
      locked: lockedWhy !== null,
      lockedWhy,
      unverified: unverifiedOf(instrument, question),
      strings: stringsOf(question, opensPage(compiled.questions, question)),
    };
  });
}

async function addableTo(db: Db, { editions }: Compilation) {
  const offered = (await landlordSettings(db))?.languages ?? [];
  return offered.filter((code) => !(code in editions)).map((code) => ({ code, name: naming(code).name }));
}

/** A questionnaire's draft: questions, words in every language, and what stands against publishing. Throws `not_found`. */
export async function seeQuestionnaire({ db, clock }: Deps, id: string) {
  const questionnaire = await mustQuestionnaire(db, id);
  const compilation = compile(questionnaire.draft);
  const published = await publishedOf(db, id);
  const { version, revisions } = published;
  const { instrument } = questionnaire;
  const editions = Object.keys(compilation.editions).map((language) => editionOf(language, compilation, revisions));
  return {
    id,
    name: questionnaire.name,
    instrument,
    sourceLanguage: compilation.language,
    revision: questionnaire.draftRevision,
    draftAt: questionnaire.draftAt,
    draftBy: questionnaire.draftBy,
    version: version && { id: version.id, number: version.number, publishedAt: version.publishedAt },
    changed: await isChanged(compilation, published),
    minutes: minutesFor(compilation.compiled.questions.length),
    readingAge: readingAgeOf(compilation.compiled, compilation.editions.en ?? {}),
    questions: questionsOf(compilation, instrument),
    texts: compilation.editions,
    general: [...generalKeys],
    editions: await Promise.all(editions),
    addable: await addableTo(db, compilation),
    faults: await inspectionOf(db, { clock }, { compilation, instrument }),
  };
}

async function listed(questionnaire: ListedQuestionnaire) {
  const compilation = compile(questionnaire.draft);
  return {
    id: questionnaire.id,
    name: questionnaire.name,
    questions: compilation.compiled.questions.length,
    version: questionnaire.version?.number ?? null,
    changed: await isChanged(compilation, questionnaire),
    languages: Object.keys(compilation.editions),
    draftAt: questionnaire.draftAt,
    draftBy: questionnaire.draftBy,
  };
}

/** Whether the words of a set were read in its source: those of our own have none. */
function wordingOf({ group, questions }: Instrument) {
  if (group === 'panel' || group === 'other') return 'ours' as const;
  const checked = questions.filter(({ verified }) => verified).length;
  return checked === questions.length ? ('checked' as const) : ('unchecked' as const);
}

const offered = (instrument: Instrument) => {
  const { id, name, about, group, from, to, source, note, languages: codes, questions } = instrument;
  const wording = wordingOf(instrument);
  return { id, name, about, group, from, to, source, note, languages: codes, wording, questions: questions.length };
};

/** Every questionnaire, and the ready-made sets one can start from. */
export async function listQuestionnaires(db: Db) {
  const items = await Promise.all((await questionnaireList(db)).map(listed));
  return { items, instruments: instruments.map(offered) };
}
