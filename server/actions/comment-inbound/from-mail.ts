import { insertComments, type NewComment } from '../../../db/commands/comments.ts';
import { insertAcknowledgement, keepMessage } from '../../../db/commands/inbound.ts';
import type { Db } from '../../../db/connect.ts';
import type { MailMeeting, MailRecipient } from '../../../db/queries/mail-context.ts';
import { localDate } from '../../../surveys/fieldwork/dates.ts';
import { type Part, placeComment } from '../../../surveys/groups/place.ts';
import { sayDay } from '../../../surveys/locales/dates.ts';
import { phrase, phraseLanguage } from '../../../surveys/locales/phrases.ts';
import type { Mailing } from '../inbound/mailing.ts';

/** One sender is thanked for one mailing this often at most. */
const thankEveryDays = 7;

const placedAs = ({ item, sure }: Part): NewComment['placed'] =>
  item === null ? 'unplaced' : sure ? 'sure' : 'likely';

function toComment(
  mailing: Mailing,
  recipient: MailRecipient,
  meeting: MailMeeting,
  part: Part,
  first: boolean,
): NewComment {
  const { deps, mail, inboundId, cut } = mailing;
  const now = deps.clock.now();
  return {
    id: deps.newId(),
    meetingId: meeting.id,
    agendaItemId: meeting.items.find(({ number }) => number === part.item)?.id ?? null,
    residentId: recipient.residentId,
    mode: 'email',
    words: part.words.replaceAll('\0', ''),
    cut: first ? cut.replaceAll('\0', '') : '',
    inboundMessageId: inboundId,
    placed: placedAs(part),
    fromOtherAddress: recipient.email === null || recipient.email.toLowerCase() !== mail.from,
    late: localDate(now.getTime(), meeting.timeZone) > meeting.commentsBy,
    receivedAt: now,
  };
}

const isDue = ({ acknowledgedAt }: MailRecipient, now: Date): boolean =>
  acknowledgedAt === null || now.getTime() - Date.parse(acknowledgedAt) > thankEveryDays * 86_400_000;

/** Thanks for one item by its number; where a person must look, that is said. */
function thankYou(parts: readonly Part[], { language: code }: MailRecipient, { heldOn }: MailMeeting) {
  const language = phraseLanguage(code);
  const [only, ...others] = new Set(parts.map(({ item, sure }) => (sure ? item : null)));
  const sure = only !== null && only !== undefined && others.length === 0;
  const words = sure
    ? phrase(language, 'halo.received.item', { number: only, date: sayDay(language, heldOn) })
    : phrase(language, 'halo.received.unsure');
  return { subject: phrase(language, 'halo.received.subject'), words };
}

/** Makes a member's reply to a pack into comments on its items, kept with the mail they came in. What cannot be placed waits for a person. */
export async function commentsOf(tx: Db, mailing: Mailing): Promise<void> {
  const { deps, context, words, inboundId } = mailing;
  const { recipient } = context;
  if (!recipient?.meeting) return;
  const { meeting } = recipient;
  const parts = placeComment(words, meeting.items);
  const unplaced = parts.some(({ item }) => item === null);
  await keepMessage(tx, mailing.row({ done: 'commented', why: unplaced ? 'which_item' : null }), null);
  await insertComments(
    tx,
    parts.map((part, at) => toComment(mailing, recipient, meeting, part, at === 0)),
  );
  const at = deps.clock.now();
  if (!isDue(recipient, at)) return;
  const { recipientId, language, format } = recipient;
  await insertAcknowledgement(tx, {
    id: deps.newId(),
    inboundId,
    recipientId,
    language,
    format,
    ...thankYou(parts, recipient, meeting),
    at,
  });
}
