import type { ClaimedRow } from '../../../db/commands/claim.ts';
import { groupCode } from '../../../surveys/fieldwork/code.ts';
import type { Language } from '../../../surveys/language.ts';
import { sayDate, sayDay } from '../../../surveys/locales/dates.ts';
import { type PhraseKey, type PhraseValues, phrase, phraseLanguage } from '../../../surveys/locales/phrases.ts';
import { linkBlock, linkMark, type Mail, type MailBlock } from '../../../web/pages/email.ts';
import { isolate } from '../../../web/pages/frame.ts';
import { countQuestions, type RenderContext, surveyLink } from './context.ts';

type Say = (key: PhraseKey, values?: PhraseValues) => string;

/** Says phrases with the landlord's name, number and address filled in. */
export function mailSpeaker({ landlord }: RenderContext, language: Language): Say {
  const known = {
    name: landlord.name,
    phone: isolate(language, landlord.phone),
    // Its first line is often the name, which is said just before.
    address: isolate(language, landlord.address.filter((line) => line !== landlord.name).join(', ')),
  };
  return (key, values) => phrase(language, key, { ...known, ...values });
}

/** The invitation or reminder by mail. `stopLink` opens the page with the button that stops them. */
export async function surveyMail(context: RenderContext, row: ClaimedRow, stopLink: string): Promise<Mail> {
  const language = phraseLanguage(row.language);
  const say = mailSpeaker(context, language);
  const { count, minutes, left } = countQuestions(await context.form(row.versionId), row.interview);
  const date = sayDay(language, row.closesOn ?? context.today);
  const reminds = row.kind === 'reminder';
  const subject = reminds ? say('email.reminder.subject', { date }) : say('email.invitation.subject', { count });
  const opening =
    reminds && row.interview !== null
      ? say('email.reminder.part', { count: left })
      : say(reminds ? 'email.reminder.opening' : 'email.invitation.opening', { count, minutes });
  const code = isolate(language, groupCode(row.code ?? ''));
  const blocks: MailBlock[] = [
    { kind: 'text', text: opening },
    { kind: 'button', text: say('email.answer_now'), url: surveyLink(context, row) },
    { kind: 'text', text: say('email.or_code', { site: context.site, code }) },
    { kind: 'text', text: say('email.confidential', { date }) },
    ...(row.actionOn === null
      ? []
      : [{ kind: 'text' as const, text: say('email.what_changed', { date: sayDay(language, row.actionOn) }) }]),
    { kind: 'text', text: say('email.other_ways') },
    linkBlock(say('email.stop', { link: linkMark }), stopLink),
    { kind: 'small', text: say('email.why') },
    foot(context, row, language, say),
  ];
  return { language, subject, blocks };
}

const linkPhrases = {
  confirmation: ['email.confirm.subject', 'email.confirm.body'],
  link: ['email.link.subject', 'email.link.body'],
} as const;

/** A mail that only brings a link: to confirm its own address, or in place of a link that has stopped working. */
export function linkMail(context: RenderContext, row: ClaimedRow, link: string): Mail {
  const language = phraseLanguage(row.language);
  const say = mailSpeaker(context, language);
  const [subject, body] = linkPhrases[row.kind === 'confirmation' ? 'confirmation' : 'link'];
  const blocks = [linkBlock(say(body, { link: linkMark }), link), foot(context, row, language, say)];
  return { language, subject: say(subject), blocks };
}

/** Every document says its date and version. */
function foot({ today }: RenderContext, row: ClaimedRow, language: Language, say: Say): MailBlock {
  return {
    kind: 'small',
    text: say('email.foot', { date: sayDate(language, today), version: row.versionNumber ?? 1 }),
  };
}
