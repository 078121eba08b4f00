import type { Attachment, Email } from 'postal-mime';
import type { FailureKind, Receipt } from '../status.ts';
import { codeIn, mailCode, mailReason } from './codes.ts';

/** What a mail server says became of a mail of ours (RFC 3464). */
export interface Bounce {
  action: BounceAction | null;
  /** The enhanced code, such as `5.1.1`. */
  status: string | null;
  /** The address it was for. */
  recipient: string | null;
  /** The Message-ID of the mail of ours. */
  originalMessageId: string | null;
}

/** The worst first. */
const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
export type BounceAction = (typeof actions)[number];

const senders = /^(?:mailer-daemon|postmaster|mail delivery (?:sub)?system)\b/i;
const subjects =
  /undeliver|delivery status notification|failure notice|mail delivery (?:failed|failure)|returned mail|nie dostarczono|niedostarczon/i;

/** Reads a delivery report; null when the mail is not one. An old-style one, in words only, gives what can be found in it. */
export function readBounce(email: Email): Bounce | null {
  const report = email.attachments.find(({ mimeType }) => /^message\/(?:global-)?delivery-status$/.test(mimeType));
  if (report) return readReport(textOf(report), email);
  const from = [email.from?.address ?? '', email.from?.name ?? ''];
  if (!from.some((name) => senders.test(name)) || !subjects.test(email.subject ?? '')) return null;
  return { action: 'failed', status: codeIn(email.text ?? ''), recipient: null, originalMessageId: originalId(email) };
}

/** Fields of the report: a block about the message, then one for each recipient; the worst recipient counts. */
function readReport(report: string, email: Email): Bounce {
  const blocks = report
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n\s*\n/);
  const recipients = blocks.filter((block) => field(block, 'Final-Recipient') || field(block, 'Action'));
  const actionOf = (block: string) => field(block, 'Action')?.toLowerCase();
  const worst =
    actions.flatMap((action) => recipients.filter((block) => actionOf(block) === action))[0] ?? recipients[0] ?? '';
  return {
    action: actions.find((action) => action === actionOf(worst)) ?? null,
    status: /\d\.\d{1,3}\.\d{1,3}/.exec(field(worst, 'Status') ?? '')?.[0] ?? null,
    recipient:
      (field(worst, 'Original-Recipient') ?? field(worst, 'Final-Recipient'))
        ?.split(';')
        .at(-1)
        ?.trim()
        .toLowerCase() ?? null,
    originalMessageId: originalId(email),
  };
}

const field = (block: string, name: string): string | null =>
  new RegExp(`^${name}:[ \\t]*(.+)$`, 'im').exec(block)?.[1]?.trim() ?? null;

/** The Message-ID in the part of our mail that came back, else the one answered. */
function originalId(email: Email): string | null {
  const returned = email.attachments.filter(({ mimeType }) =>
    /^(?:message\/(?:global|rfc822)|text\/rfc822)/.test(mimeType),
  );
  const quoted = [...returned.map(textOf), email.text ?? ''].map((text) => field(text, 'Message-ID'));
  return quoted.find((id) => id !== null) ?? email.inReplyTo ?? null;
}

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : new TextDecoder().decode(content);

/** What the report means for the delivery; null when it tells nothing (relayed, expanded, an unreadable one). */
export function bounceReceipt(
  bounce: Bounce,
  report: { deliveryId: string; messageId: string; at: Date },
): Receipt | null {
  const { action, status } = bounce;
  const base = {
    eventId: report.messageId,
    deliveryId: report.deliveryId,
    providerId: bounce.originalMessageId,
    at: report.at,
  };
  const told = { code: status, reason: status ? mailReason(status) : null };
  if (action === 'delivered') return { ...base, ...told, status: 'delivered', failure: null };
  if (action === 'delayed') return { ...base, ...told, status: 'sent', failure: null };
  if (action !== 'failed') return null;
  return { ...base, ...told, status: 'failed', failure: failureOf(status) };
}

/** A report that it failed for good, with a code that we know; without a code it is for good; an unknown code is not guessed. */
function failureOf(status: string | null): FailureKind | null {
  if (status === null) return 'hard';
  return status.startsWith('4') ? 'soft' : (mailCode(status)?.failure ?? null);
}
