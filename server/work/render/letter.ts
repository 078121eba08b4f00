import { postalAddress } from '../../../channels/post/address.ts';
import { packLetter } from '../../../channels/post/pack.ts';
import type { Letter } from '../../../channels/post/printer.ts';
import type { LetterRow } from '../../../db/commands/print.ts';
import { groupCode } from '../../../surveys/fieldwork/code.ts';
import { fallbackWords } from '../../../surveys/fieldwork/editions.ts';
import { formats, isOwnFormat } from '../../../surveys/format.ts';
import { papersFor, paperWords } from '../../../surveys/groups/pack.ts';
import { isLanguage, type Language, languages } from '../../../surveys/language.ts';
import { sayDate, sayDay } from '../../../surveys/locales/dates.ts';
import { phrase, phraseForms, phraseLanguage } from '../../../surveys/locales/phrases.ts';
import { type Form, paperWordsIn, type Words } from '../../actions/response/form.ts';
import { type RenderContext, type Say, surveyLink } from './context.ts';
import { eventLetter } from './event.ts';
import { bodyOf } from './letter-body.ts';

/** A letter ready to print, with what the ledger keeps of it; or why its address cannot be posted to; or why nothing may go in its format. */
export type ReadyLetter =
  | { letter: Letter; revisionId: string | null; fellBack: string | null }
  | { fault: string }
  | { withheld: string };

function speaker({ landlord, site }: RenderContext, language: Language): Say {
  const { name, phone, freepost } = landlord;
  return (key, values) => phrase(language, key, { name, phone, freepost, site, ...values });
}

/** Renders one letter: the invitation or reminder with its questionnaire, or the papers of a meeting. */
export async function renderLetter(context: RenderContext, row: LetterRow): Promise<ReadyLetter> {
  const name = [row.title, row.givenName.slice(0, 1), row.familyName].filter(Boolean).join(' ');
  const address = postalAddress([name, ...row.address]);
  if ('fault' in address) return address;
  if (row.kind === 'event') return eventPaper(context, row, address.lines);
  return row.kind === 'pack' ? packPaper(context, row, address.lines) : surveyLetter(context, row, address.lines);
}

async function surveyLetter(context: RenderContext, row: LetterRow, address: readonly string[]): Promise<ReadyLetter> {
  const form = await context.form(row.versionId);
  const words = paperWordsIn(form, row.language, row.format);
  if (words === null) return { withheld: unsendable(form, row) };
  const say = speaker(context, words.language);
  const letter: Letter = {
    ...frame(context, row, words.language, address),
    title: say(row.kind === 'reminder' ? 'letter.reminder_title' : 'letter.title'),
    code: { digits: groupCode(row.code ?? ''), label: say('letter.code_label'), url: surveyLink(context, row) },
    ...bodyOf({ context, row, form, words, say }),
  };
  return { letter, revisionId: words.revisionId, fellBack: fallbackOf(form, row, words) };
}

/** Rule 4: the format is kept, the language falls back, and the letter says in the person's own how to get it. */
function fallbackOf(form: Form, { language, format }: LetterRow, { language: got, why }: Words): string | null {
  if (!isLanguage(language) || language === got) return null;
  const reason = isOwnFormat(format) ? whyNot(form, language, format) : (why ?? 'not_approved');
  return fallbackWords({ asked: { language, format }, got: { language: got, format }, why: reason });
}

const whyNot = ({ outOfDate = [] }: Form, language: string, format: string) =>
  outOfDate.some((one) => one.language === language && one.format === format) ? 'out_of_date' : 'not_translated';

/** No other format stands in for it: nothing goes by post, and the next way is tried. */
function unsendable(form: Form, { format }: LetterRow): string {
  const old = whyNot(form, form.sourceLanguage, format) === 'out_of_date';
  return `${formats[format].name} ${old ? 'is out of date' : 'has not been made and approved'}, so nothing was sent in its place.`;
}

async function packPaper(context: RenderContext, row: LetterRow, address: readonly string[]): Promise<ReadyLetter> {
  const language = phraseLanguage(row.language);
  const say = speaker(context, language);
  const { group, heldOn, commentsBy, items, papers } = await context.pack(row.meetingId);
  const dates = { group, date: sayDay(language, heldOn), deadline: sayDay(language, commentsBy) };
  const enclosed = papersFor(papers, { language, format: row.format });
  const titles = enclosed.map(({ title }) => title).join('; ');
  const letter = packLetter({
    ...frame(context, row, language, address),
    title: say('halo.letter.title', dates),
    opening: [
      say('letter.dear'),
      say('halo.letter.opening', dates),
      ...(enclosed.length === 0 ? [] : [say('halo.letter.enclosed', { papers: titles })]),
    ],
    closing: [say('halo.letter.how'), say('halo.email.promise'), say('letter.formats')],
    items,
    formTitle: say('page.group.say'),
    formHelp: [say('halo.letter.how')],
    enclosed: enclosed.map(paperWords),
  });
  return { letter, revisionId: null, fellBack: null };
}

async function eventPaper(context: RenderContext, row: LetterRow, address: readonly string[]): Promise<ReadyLetter> {
  const language = phraseLanguage(row.language);
  const words = await eventLetter(context, row, speaker(context, language));
  return { letter: { ...frame(context, row, language, address), ...words }, revisionId: null, fellBack: null };
}

/** What every letter carries: addresses, date and version, the way to other formats in each offered language, the pages. */
function frame(context: RenderContext, row: LetterRow, language: Language, address: readonly string[]) {
  const { landlord, today } = context;
  return {
    deliveryId: row.id,
    language,
    format: row.format,
    address,
    landlordName: landlord.name,
    landlordAddress: landlord.address,
    dateline: sayDate(language, today),
    versionline: phrase(language, 'letter.version', { version: row.versionNumber ?? 1 }),
    otherLanguages: otherLines(context, row.language, language),
    // The printer fills in the numbers of the pages.
    pageLabel: phraseForms(language, 'letter.page').other ?? '',
  };
}

function otherLines({ landlord }: RenderContext, asked: string, language: Language) {
  const { phone } = landlord;
  return landlord.languages.filter(isLanguage).flatMap((other) => {
    if (other === language) return [];
    const key = other === asked ? 'page.frame.other_language' : 'letter.formats';
    return [{ language: other, text: phrase(other, key, { phone, language: languages[other].name }) }];
  });
}

/** The words of a letter as the ledger keeps them. */
export const letterWords = ({ title, paragraphs }: Letter): string =>
  [title, ...paragraphs].join('\n\n').replaceAll('**', '');
