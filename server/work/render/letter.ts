import { postalAddress } from '../../../channels/post/address.ts';
import { packLetter } from '../../../channels/post/pack.ts';
import type { Letter } from '../../../channels/post/printer.ts';
import type { LetterRow } from '../../../db/commands/print.ts';
import { groupCode } from '../../../surveys/fieldwork/code.ts';
import { fallbackWords } from '../../../surveys/fieldwork/editions.ts';
import { papersFor, paperWords } from '../../../surveys/groups/pack.ts';
import { askOnPaper } from '../../../surveys/interview/ask/paper.ts';
import { isLanguage, type Language, languages } from '../../../surveys/language.ts';
import { sayDate, sayDay } from '../../../surveys/locales/dates.ts';
import {
  type PhraseKey,
  type PhraseValues,
  phrase,
  phraseForms,
  phraseLanguage,
} from '../../../surveys/locales/phrases.ts';
import { type Words, wordsIn } from '../../actions/response/form.ts';
import { countQuestions, type RenderContext, surveyLink } from './context.ts';
import { eventLetter } from './event.ts';

/** A letter ready to print, with what the ledger keeps of it; or why it cannot be posted. */
export type ReadyLetter = { letter: Letter; revisionId: string | null; fellBack: string | null } | { fault: string };

type Say = (key: PhraseKey, values?: PhraseValues) => string;

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
  const words = wordsIn(form, row.language, row.format);
  const say = speaker(context, words.language);
  const wording = { texts: words.texts, language: words.language, landlord: context.landlord.name };
  const closes = sayDay(words.language, row.closesOn ?? context.today);
  const reminds = row.kind === 'reminder';
  const letter: Letter = {
    ...frame(context, row, words.language, address),
    title: say(reminds ? 'letter.reminder_title' : 'letter.title'),
    paragraphs: surveyParagraphs(context, row, say, {
      language: words.language,
      closes,
      count: countQuestions(form, null).count,
    }),
    code: { digits: groupCode(row.code ?? ''), label: say('letter.code_label'), url: surveyLink(context, row) },
    questions: askOnPaper(form.compiled, wording, { phone: context.landlord.phone, site: context.site }),
    formTitle: say('form.title'),
    formHelp: [say('form.cross')],
    formEnd: [say('form.finished', { date: closes })],
  };
  return { letter, revisionId: words.revisionId, fellBack: fallbackOf(row, words) };
}

/** Rule 4: the print size is kept, the language falls back, and the letter says in the person's own how to get it. */
function fallbackOf({ language, format }: LetterRow, { language: got, why }: Words): string | null {
  if (!isLanguage(language) || language === got) return null;
  return fallbackWords({ asked: { language, format }, got: { language: got, format }, why: why ?? 'not_approved' });
}

interface SurveyWords {
  language: Language;
  closes: string;
  count: number;
}

function surveyParagraphs(
  context: RenderContext,
  row: LetterRow,
  say: Say,
  { language, closes, count }: SurveyWords,
): string[] {
  return [
    say('letter.dear'),
    ...(row.kind === 'reminder' ? [say('letter.reminder_opening')] : []),
    say('letter.who', { count }),
    say('letter.online', { code: groupCode(row.code ?? '') }),
    say('letter.phone'),
    ...(context.textNumber === null ? [] : [say('letter.text', { number: context.textNumber })]),
    say('letter.paper'),
    say('letter.confidential'),
    say('letter.until', { date: closes }),
    ...(row.actionOn === null ? [] : [say('letter.what_changed', { date: sayDay(language, row.actionOn) })]),
    say('letter.formats'),
    say('letter.stop'),
  ];
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
