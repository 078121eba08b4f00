import type { Letter } from '../../../channels/post/printer.ts';
import type { ClaimedRow } from '../../../db/commands/claim.ts';
import type { EventRow } from '../../../db/queries/events.ts';
import { replies } from '../../../surveys/groups/event.ts';
import type { Language } from '../../../surveys/language.ts';
import { sayDay } from '../../../surveys/locales/dates.ts';
import { type PhraseKey, type PhraseValues, phrase, phraseLanguage } from '../../../surveys/locales/phrases.ts';
import { linkBlock, linkMark, type Mail, type MailBlock } from '../../../web/pages/email.ts';
import { isolate } from '../../../web/pages/frame.ts';
import type { RenderContext } from './context.ts';
import { mailSpeaker } from './email.ts';

type Say = (key: PhraseKey, values?: PhraseValues) => string;
type Row = Pick<ClaimedRow, 'language' | 'eventId'>;

/** "14 May, 18:30": when it is, in the resident's words. */
const whenOf = ({ heldOn, startsAt }: EventRow, language: Language): string =>
  [...(heldOn === null ? [] : [sayDay(language, heldOn)]), ...(startsAt ? [isolate(language, startsAt)] : [])].join(
    ', ',
  );

const joins = ({ kind }: EventRow) => kind === 'join';

function valuesOf(event: EventRow, language: Language): PhraseValues {
  return {
    title: event.title,
    group: event.groupName ?? event.title,
    when: whenOf(event, language),
    place: event.place,
    deadline: sayDay(language, event.replyBy),
  };
}

/** The text that asks to an event or into a group; it can be answered with 1, 2 or 3 where answers to our texts reach us. */
export async function eventText(context: RenderContext, row: Row, link: string): Promise<string> {
  const language = phraseLanguage(row.language);
  const event = await context.event(row.eventId);
  const { shortName: name, phone } = context.landlord;
  const values = { ...valuesOf(event, language), name, phone, link };
  const opening = phrase(language, joins(event) ? 'sms.event_join' : 'sms.event', values);
  const ending = phrase(language, context.twoWay ? 'sms.event_reply' : 'sms.event_link', values);
  return `${opening} ${ending}`;
}

export interface EventLinks {
  event: string;
  stop: string;
}

/** The same by mail, with a button to the page where they reply. */
export async function eventMail(context: RenderContext, row: ClaimedRow, links: EventLinks): Promise<Mail> {
  const language = phraseLanguage(row.language);
  const event = await context.event(row.eventId);
  const say = mailSpeaker(context, language);
  const values = valuesOf(event, language);
  const blocks: MailBlock[] = [
    ...openingOf(event, say, values).map((text): MailBlock => ({ kind: 'text', text })),
    { kind: 'button', text: say('event.reply_now'), url: links.event },
    { kind: 'text', text: say('event.reply_by', values) },
    { kind: 'text', text: say('event.needs') },
    linkBlock(say('email.stop', { link: linkMark }), links.stop),
    { kind: 'small', text: say('email.foot', { date: sayDay(language, context.today), version: 1 }) },
  ];
  return { language, subject: say(joins(event) ? 'event.subject_join' : 'event.subject', values), blocks };
}

/** What it is, when and where, why them. */
function openingOf(event: EventRow, say: Say, values: PhraseValues): string[] {
  return [
    say(joins(event) ? 'event.opening_join' : 'event.opening', values),
    ...(event.about === '' ? [] : [event.about]),
    ...(values.when === '' ? [] : [say('event.when', values)]),
    ...(event.place === '' ? [] : [say('event.where', values)]),
    say('event.why'),
  ];
}

/** The same by post: a letter with a slip to cross and send back. */
export async function eventLetter(
  context: RenderContext,
  row: Row,
  say: Say,
): Promise<Pick<Letter, 'title' | 'paragraphs' | 'code' | 'questions' | 'formTitle' | 'formHelp'>> {
  const language = phraseLanguage(row.language);
  const event = await context.event(row.eventId);
  const values = valuesOf(event, language);
  const kind = joins(event) ? 'join' : 'come';
  const { textNumber } = context;
  return {
    title: say(joins(event) ? 'event.subject_join' : 'event.subject', values),
    paragraphs: [
      say('letter.dear'),
      ...openingOf(event, say, values),
      say('event.reply_by', values),
      ...(textNumber === null ? [] : [say('event.letter.text', { number: isolate(language, textNumber) })]),
      say('event.letter.post'),
      say('event.needs'),
      say('letter.formats'),
      say('letter.stop'),
    ],
    code: null,
    questions: [
      {
        number: 1,
        title: say(`event.question_${kind}`),
        hint: say('form.one'),
        options: replies.map((reply, at) => ({ number: at + 1, label: say(`event.${kind}_${reply}`) })),
        lines: 0,
        routing: '',
      },
      { number: 2, title: say('event.letter.name'), hint: '', options: [], lines: 1, routing: '' },
    ],
    formTitle: say('event.letter.slip'),
    formHelp: [say('event.letter.post')],
  };
}
