import type { Db } from '../../../db/connect.ts';
import { type FormRow, formOfVersion } from '../../../db/queries/survey.ts';
import { type Format, formatOf, isOwnFormat } from '../../../surveys/format.ts';
import { isLanguage, type Language } from '../../../surveys/language.ts';
import { phraseLanguage } from '../../../surveys/locales/phrases.ts';
import { easyTexts } from '../../../surveys/questionnaire/easy-read.ts';
import { chooseRevision, type EditionName, type WhyNot } from '../../../surveys/questionnaire/editions.ts';
import { freshOnly } from '../../../surveys/questionnaire/own-editions.ts';
import type { Compiled, EditionRevision, Texts } from '../../../surveys/questionnaire/types.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { broughtPictures, type Picture } from '../picture/of-edition.ts';

/** A questionnaire as it is asked: its questions, and its words in each language that a person has approved. */
export interface Form {
  compiled: Compiled;
  sourceLanguage: Language;
  sourceTexts: Texts;
  editions: readonly EditionRevision[];
  /** Editions that were made and not approved, and those that were approved in an earlier version. */
  drafted: readonly EditionName[];
  earlier: readonly EditionName[];
  /** Approved editions of their own that are out of date: never sent, and told of. */
  outOfDate?: readonly EditionRevision[];
  /** Pictures of easy read that staff brought, by name; the drawings are ours. */
  pictures?: ReadonlyMap<string, Picture>;
}

/** The words to ask in. */
export interface Words {
  language: Language;
  texts: Texts;
  revisionId: string | null;
  /** Why they are not in the language asked for; null when they are. */
  why: WhyNot | null;
}

/** A published version never changes, an edition may be approved at any time: a minute is soon enough to see it. */
const KEEP_MS = 60_000;
/** Versions in the field at once; a form is about 30 kB. */
const MOST_KEPT = 50;

interface Kept {
  form: Form;
  until: number;
}
const kept = new WeakMap<Db, Map<string, Kept>>();

async function toForm(db: Db, { sourceLanguage, editions, ...row }: FormRow): Promise<Form> {
  const { fresh, outOfDate } = freshOnly(editions, row.compiled);
  const pictures = await broughtPictures(db, fresh);
  return { ...row, sourceLanguage: phraseLanguage(sourceLanguage), editions: fresh, outOfDate, pictures };
}

/** The form of a published version. A process asks the database once a minute. */
export async function formOf({ db, clock }: Pick<Deps, 'db' | 'clock'>, versionId: string): Promise<Form> {
  const forms = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, forms);
  const now = clock.now().getTime();
  const known = forms.get(versionId);
  if (known && known.until > now) return known.form;
  const row = await formOfVersion(db, versionId);
  if (!row) throw problems.notFound('questionnaire');
  if (forms.size >= MOST_KEPT) forms.clear();
  const form = await toForm(db, row);
  forms.set(versionId, { form, until: now + KEEP_MS });
  return form;
}

/** Languages this form can be answered in, the source first. */
export const languagesOf = ({ editions, sourceLanguage }: Form): Language[] => [
  ...new Set([sourceLanguage, ...editions.map((edition) => edition.language)]),
];

function chosen(form: Form, language: string, format: Format): Words | null {
  const wanted = { language: isLanguage(language) ? language : form.sourceLanguage, format };
  const choice = chooseRevision(form.editions, wanted, form.sourceLanguage, form);
  if (choice === null) return null;
  const { id, language: got, texts } = choice.revision;
  return { language: got, texts, revisionId: id, why: choice.fellBack };
}

/** The size of print to look for: versions of before a size was offered have none of it, and every size has the same words. */
const sizeIn = ({ editions }: Form, format: Format): Format =>
  !isOwnFormat(format) && editions.some((one) => one.format === format) ? format : 'standard';

const ofSource = ({ sourceLanguage, sourceTexts }: Form, asked: string): Words => ({
  language: sourceLanguage,
  texts: sourceTexts,
  revisionId: null,
  why: isLanguage(asked) && asked !== sourceLanguage ? 'not_translated' : null,
});

/**
 * The words somebody is asked in, on a screen or by voice: an approved edition in their language, else in the source language, else the source's
 * own. Of the formats only easy read changes them: where there is one in that language, its easier words stand beside.
 */
export function wordsIn(form: Form, language: string, format: string): Words {
  const size = sizeIn(form, formatOf(format));
  const words = chosen(form, language, size) ?? ofSource(form, language);
  if (format !== 'easy_read') return words;
  const easy = form.editions.find((one) => one.format === 'easy_read' && one.language === words.language);
  return easy ? { ...words, texts: { ...words.texts, ...easyTexts(form.compiled, easy.texts) } } : words;
}

/**
 * The words somebody gets on paper: the format is kept, the language falls back. Null when the format is one of its own and nobody has approved
 * it in either language: then nothing may be sent.
 */
export function paperWordsIn(form: Form, language: string, format: string): Words | null {
  return isOwnFormat(format) ? chosen(form, language, format) : wordsIn(form, language, format);
}
