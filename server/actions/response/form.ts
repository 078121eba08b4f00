import type { Db } from '../../../db/connect.ts';
import { type FormRow, formOfVersion } from '../../../db/queries/survey.ts';
import { isFormat } from '../../../surveys/format.ts';
import { isLanguage, type Language } from '../../../surveys/language.ts';
import { phraseLanguage } from '../../../surveys/locales/phrases.ts';
import { chooseRevision, type EditionName, type WhyNot } from '../../../surveys/questionnaire/editions.ts';
import type { Compiled, EditionRevision, Texts } from '../../../surveys/questionnaire/types.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';

/** A questionnaire as it is asked: its questions, and its words in each language that a person has approved. */
export interface Form {
  compiled: Compiled;
  sourceLanguage: Language;
  sourceTexts: Texts;
  editions: readonly EditionRevision[];
  /** Editions that were made and not approved, and those that were approved in an earlier version. */
  drafted: readonly EditionName[];
  earlier: readonly EditionName[];
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

const toForm = ({ sourceLanguage, ...row }: FormRow): Form => ({
  ...row,
  sourceLanguage: phraseLanguage(sourceLanguage),
});

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
  const form = toForm(row);
  forms.set(versionId, { form, until: now + KEEP_MS });
  return form;
}

/** Languages this form can be answered in, the source first. */
export const languagesOf = ({ editions, sourceLanguage }: Form): Language[] => [
  ...new Set([sourceLanguage, ...editions.map((edition) => edition.language)]),
];

/** The words somebody gets: an approved edition in their language and print size, else that size in the source language, else the source's own. */
export function wordsIn(form: Form, language: string, format: string): Words {
  const wanted = {
    language: isLanguage(language) ? language : form.sourceLanguage,
    format: isFormat(format) ? format : 'standard',
  };
  const choice = chooseRevision(form.editions, wanted, form.sourceLanguage, form);
  const fallen = wanted.language === form.sourceLanguage ? null : 'not_translated';
  if (choice === null) return { language: form.sourceLanguage, texts: form.sourceTexts, revisionId: null, why: fallen };
  const { id, language: got, texts } = choice.revision;
  return { language: got, texts, revisionId: id, why: choice.fellBack };
}
