import { bounceReceipt } from '../../../channels/email/bounce.ts';
import { type InboundMail, readMail } from '../../../channels/email/inbound.ts';
import { readBounceAddress, readReplyAddress } from '../../../channels/email/reply-address.ts';
import { stripReply } from '../../../channels/email/strip.ts';
import { type InboundRow, keepMessage } from '../../../db/commands/inbound.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { type MailContext, type MailLookup, mailContext } from '../../../db/queries/mail-context.ts';
import { urgencyOf } from '../../../surveys/interview/answer/urgent.ts';
import type { Deps } from '../../deps.ts';
import { errorCode } from '../../problem.ts';
import { commentsOf } from '../comment-inbound/from-mail.ts';
import { applyReceipts } from '../delivery/receipts.ts';
import type { Mailing, MailOutcome } from './mailing.ts';
import { stopContact } from './stop-start.ts';
import type { TrayReason } from './tray-reasons.ts';

/** A mail that came in, whoever carried it, as it travelled. */
export interface ArrivedEmail {
  provider: string;
  /** The provider's own id; the mail's Message-ID when left out. */
  providerId?: string;
  raw: Uint8Array<ArrayBuffer>;
  /** The recipients of the SMTP envelope, where the server told them. */
  envelopeTo?: readonly string[];
}

/** The same, read already. */
export interface ReadEmail {
  provider: string;
  providerId?: string;
  mail: InboundMail;
  raw: Uint8Array;
}

async function firstRead(
  addresses: readonly string[],
  read: (address: string) => Promise<string | null>,
): Promise<string | null> {
  for (const address of addresses) {
    const id = await read(address);
    if (id !== null) return id;
  }
  return null;
}

function mailingOf(deps: Deps, { provider, raw, mail }: ReadEmail, lookup: MailLookup, context: MailContext): Mailing {
  const { words, cut } = stripReply(mail.text);
  const urgent = !mail.isAutoReply && !mail.isBounce && urgencyOf(words) === 'danger';
  const inboundId = deps.newId();
  const row = ({ done, why }: MailOutcome): InboundRow => ({
    id: inboundId,
    provider,
    providerId: lookup.providerId,
    channel: 'email',
    fromAddress: mail.from,
    toAddress: mail.to[0] ?? '',
    subject: mail.subject.replaceAll('\0', ''),
    body: mail.text.replaceAll('\0', ''),
    raw,
    fields: null,
    receivedAt: deps.clock.now(),
    residentId: context.recipient?.residentId ?? context.sender,
    recipientId: context.recipient?.recipientId ?? null,
    done,
    reply: null,
    trayReason: urgent ? 'urgent' : why,
    urgent: urgent ? 'danger' : null,
  });
  return { deps, context, mail, words, cut, inboundId, row };
}

const keep = (mailing: Mailing, outcome: MailOutcome, db: Db = mailing.deps.db) =>
  keepMessage(db, mailing.row(outcome), null);

/** A mail of ours that came back: the ledger hears of it; what names no delivery of ours is for a person. */
async function takeBounce(mailing: Mailing): Promise<void> {
  const { deps, mail } = mailing;
  const deliveryId = await firstRead(mail.to, (address) => readBounceAddress(deps.env.secret, address));
  const report = { messageId: mail.messageId, at: deps.clock.now() };
  const receipt = mail.bounce && deliveryId ? bounceReceipt(mail.bounce, { ...report, deliveryId }) : null;
  if (receipt) await applyReceipts(deps, 'smtp', [receipt]);
  await keep(mailing, { done: 'bounce', why: deliveryId === null ? 'unknown_bounce' : null });
}

/** The unsubscribe button of a mail program that writes a mail instead of opening the link. */
async function takeStop(mailing: Mailing, residentId: string, purpose: string): Promise<void> {
  const { deps } = mailing;
  await transaction(deps.db, async (tx) => {
    const how = 'asked by email to stop';
    await stopContact(tx, deps, { address: null, residentIds: [residentId], purpose, reason: 'unsubscribe', how });
    await keep(mailing, { done: 'stopped', why: null }, tx);
  });
}

/** Why a mail that is no comment waits for a person. */
function reasonOf({ context: { recipient, sender }, words }: Mailing): TrayReason {
  if (words === '') return 'no_words';
  if (recipient) return 'survey_reply';
  return sender ? 'not_an_answer' : 'unknown_address';
}

async function act(mailing: Mailing): Promise<void> {
  const { deps, context, mail, words } = mailing;
  const { recipient } = context;
  if (mail.isBounce) return takeBounce(mailing);
  if (mail.isAutoReply) return keep(mailing, { done: 'auto_reply', why: null });
  if (mail.asksToStop && recipient?.residentId) return takeStop(mailing, recipient.residentId, recipient.purpose);
  if (!recipient?.meeting || words === '') return keep(mailing, { done: 'tray', why: reasonOf(mailing) });
  await transaction(deps.db, (tx) => commentsOf(tx, mailing));
  deps.wake();
}

/**
 * Takes in one mail: a reply to a pack becomes comments on the agenda, a bounce is heard of, an automatic reply is filed, everything else goes to a person
 * and to the timeline of whoever it answers. The same mail again changes nothing. Throws only when it cannot be kept.
 */
export async function receiveMail(deps: Deps, arrived: ReadEmail): Promise<void> {
  const { provider, mail } = arrived;
  const recipientId = await firstRead(mail.to, (address) => readReplyAddress(deps.env.secret, address));
  const lookup = {
    provider,
    providerId: (arrived.providerId ?? mail.messageId).slice(0, 500),
    from: mail.from,
    recipientId,
  };
  const context = await mailContext(deps.db, lookup);
  if (context.known) return;
  try {
    await act(mailingOf(deps, arrived, lookup, context));
  } catch (error) {
    // Two servers brought the same mail at once: the other one kept it.
    if (errorCode(error) !== '23505' || !(await mailContext(deps.db, lookup)).known) throw error;
  }
}

/** The same, from the bytes of the mail as it travelled (MIME). */
export async function receiveEmail(deps: Deps, { provider, providerId, raw, envelopeTo }: ArrivedEmail): Promise<void> {
  const mail = await readMail(raw, { receivedAt: deps.clock.now(), envelopeTo });
  await receiveMail(deps, { provider, providerId, mail, raw });
}
