import { cleanText } from '../../../channels/sms/clean.ts';
import type { ClaimedRow } from '../../../db/commands/claim.ts';
import { showCode } from '../../../surveys/fieldwork/code.ts';
import { sayDay } from '../../../surveys/locales/dates.ts';
import { type PhraseValues, phrase, phraseLanguage } from '../../../surveys/locales/phrases.ts';
import { countQuestions, type RenderContext, surveyLink } from './context.ts';
import { eventText } from './event.ts';

/** The words of a text; `link` opens what it is about, where that is not a survey. Answers have theirs already. */
export async function renderText(context: RenderContext, row: ClaimedRow, link: string | null): Promise<string> {
  if (row.words !== null) return row.code === null ? row.words : showCode(row.words, row.code);
  return cleanText(await wordsOf(context, row, link ?? ''));
}

async function wordsOf(context: RenderContext, row: ClaimedRow, link: string): Promise<string> {
  const { shortName: name, phone } = context.landlord;
  const language = phraseLanguage(row.language);
  if (row.kind === 'confirmation') return phrase(language, 'sms.confirm', { name, link });
  if (row.kind === 'event') return eventText(context, row, link);
  if (row.kind === 'link') return phrase(language, 'sms.link', { name, link, phone });
  return row.kind === 'pack' ? papersText(context, row, link) : surveyText(context, row);
}

async function surveyText(context: RenderContext, row: ClaimedRow): Promise<string> {
  const language = phraseLanguage(row.language);
  const { count, minutes, left } = countQuestions(await context.form(row.versionId), row.interview);
  const date = sayDay(language, row.closesOn ?? context.today);
  const values: PhraseValues = {
    name: context.landlord.shortName,
    link: surveyLink(context, row),
    date,
    minutes,
    count,
  };
  if (row.kind === 'reminder' && row.interview !== null)
    return phrase(language, 'sms.reminder_part', { ...values, count: left });
  if (row.kind === 'reminder') return phrase(language, 'sms.reminder', values);
  return phrase(language, context.twoWay ? 'sms.invitation' : 'sms.invitation_link', values);
}

async function papersText(context: RenderContext, row: ClaimedRow, link: string): Promise<string> {
  const language = phraseLanguage(row.language);
  const { group, heldOn, commentsBy } = await context.pack(row.meetingId);
  return phrase(language, 'sms.papers', {
    name: context.landlord.shortName,
    group,
    date: sayDay(language, heldOn),
    deadline: sayDay(language, commentsBy),
    link,
    phone: context.landlord.phone,
  });
}
