import { replyAddress } from '../../../channels/email/reply-address.ts';
import type { EmailMessage, OutboundMessage, TextMessage } from '../../../channels/message.ts';
import { textCost } from '../../../channels/sms/prices.ts';
import { countSegments } from '../../../channels/sms/segments.ts';
import { statusCallbackUrl } from '../../../channels/sms/webhooks.ts';
import type { ClaimedRow, Rendered } from '../../../db/commands/claim.ts';
import type { TokenRow } from '../../../db/commands/tokens.ts';
import { hideCodes } from '../../../surveys/fieldwork/code.ts';
import { questionsFallback } from '../../../surveys/fieldwork/editions.ts';
import { phraseLanguage } from '../../../surveys/locales/phrases.ts';
import { emailPage, emailText, type Mail } from '../../../web/pages/email.ts';
import { contactChangeDays } from '../../actions/preference/new-address.ts';
import { wordsIn } from '../../actions/response/form.ts';
import { sha256 } from '../../auth/hash.ts';
import type { Deps } from '../../deps.ts';
import type { RenderContext } from './context.ts';
import { linkMail, surveyMail } from './email.ts';
import { eventMail } from './event.ts';
import { type Attachment, packMail } from './pack.ts';
import { renderText } from './text.ts';

/** A message ready to hand over, with what the ledger keeps of it and the links made for it. */
export interface Ready {
  row: ClaimedRow;
  message: OutboundMessage;
  kept: Rendered;
  tokens: TokenRow[];
}

/** Links in our messages work this long: as long as a person keeps a mail. */
const linkDays = 400;
/** Where answers to a practice mail go: a domain that can never be real (RFC 2606). */
const practiceDomain = 'practice.invalid';

/** Renders one claimed delivery. */
export async function renderMessage(
  deps: Deps,
  context: RenderContext,
  row: ClaimedRow,
  channel: 'sms' | 'email',
): Promise<Ready> {
  return channel === 'sms' ? readyText(deps, context, row) : readyEmail(deps, context, row);
}

async function readyText(deps: Deps, context: RenderContext, row: ClaimedRow): Promise<Ready> {
  const links = await textLink(deps, row);
  const body = await renderText(context, row, links?.url ?? null);
  const { segments } = countSegments(body);
  const message: TextMessage = {
    kind: 'sms',
    deliveryId: row.id,
    to: row.address ?? '',
    language: row.language,
    ...(row.purpose && { purpose: row.purpose }),
    body,
    callbackUrl: statusCallbackUrl(context.publicUrl, row.id),
  };
  const cost = textCost(segments, context.today);
  return {
    row,
    message,
    kept: { ...(await bare(context, row)), words: hideCodes(body), segments, cost },
    tokens: links ? [links.row] : [],
  };
}

/** The link a text of this kind brings, besides that of a survey. */
async function textLink(deps: Deps, row: ClaimedRow) {
  if (row.kind === 'confirmation') return linkFor(deps, row, 'confirm', 'sms');
  if (row.kind === 'event') return linkFor(deps, row, 'event', 'sms');
  if (row.kind === 'pack' || (row.kind === 'link' && row.meetingId !== null)) return linkFor(deps, row, 'group', 'sms');
  return row.kind === 'link' ? linkFor(deps, row, 'preferences', 'sms') : null;
}

/** What the ledger keeps of any message: of a survey also the edition its questions are in. */
async function bare(context: RenderContext, row: ClaimedRow) {
  const kept = { id: row.id, subject: row.subject, segments: null, cost: null };
  if (row.versionId === null || row.words !== null) return { ...kept, revisionId: null, fellBack: null };
  const got = wordsIn(await context.form(row.versionId), row.language, row.format);
  const asked = phraseLanguage(row.language);
  return {
    ...kept,
    revisionId: got.revisionId,
    fellBack: asked === got.language ? null : questionsFallback(asked, got.language, got.why ?? 'not_approved'),
  };
}

interface MailParts {
  mail: Mail;
  attachments: Attachment[];
  unsubscribeUrl: string | null;
  tokens: TokenRow[];
}

async function readyEmail(deps: Deps, context: RenderContext, row: ClaimedRow): Promise<Ready> {
  const replyTo = await replyToOf(deps, row);
  const { mail, attachments, unsubscribeUrl, tokens } = await mailParts(deps, context, row, replyTo !== null);
  const text = emailText(mail);
  const answers = row.inReplyTo !== null;
  const message: EmailMessage = {
    kind: 'email',
    deliveryId: row.id,
    to: row.address ?? '',
    language: row.language,
    fromName: context.landlord.name,
    subject: mail.subject,
    text,
    html: String(await emailPage(mail)),
    replyTo,
    unsubscribeUrl,
    ...(answers && { inReplyTo: row.inReplyTo, autoSubmitted: true }),
    ...(attachments.length > 0 && { attachments }),
  };
  return {
    row,
    message,
    kept: {
      ...(await bare(context, row)),
      subject: mail.subject,
      words: hideCodes(text),
      cost: await context.mailCost(),
    },
    tokens,
  };
}

async function mailParts(deps: Deps, context: RenderContext, row: ClaimedRow, canReply: boolean): Promise<MailParts> {
  if (row.words !== null) {
    const mail: Mail = {
      language: phraseLanguage(row.language),
      subject: row.subject ?? context.landlord.name,
      blocks: row.words.split(/\n{2,}/).map((text) => ({ kind: 'text', text })),
    };
    return { mail, attachments: [], unsubscribeUrl: null, tokens: [] };
  }
  if (row.kind === 'pack') {
    const group = await linkFor(deps, row, 'group', 'email');
    const preferences = await linkFor(deps, row, 'preferences', 'email');
    const links = { group: group.url, preferences: preferences.url, canReply };
    return { ...(await packMail(context, row, links)), unsubscribeUrl: null, tokens: [group.row, preferences.row] };
  }
  if (row.kind === 'confirmation' || row.kind === 'link') {
    const scope = row.kind === 'confirmation' ? 'confirm' : row.meetingId === null ? 'preferences' : 'group';
    const link = await linkFor(deps, row, scope, 'email');
    return { mail: linkMail(context, row, link.url), attachments: [], unsubscribeUrl: null, tokens: [link.row] };
  }
  const stop = await linkFor(deps, row, 'unsubscribe', 'email');
  if (row.kind === 'event') {
    const event = await linkFor(deps, row, 'event', 'email');
    const mail = await eventMail(context, row, { event: event.url, stop: stop.url });
    return { mail, attachments: [], unsubscribeUrl: stop.url, tokens: [event.row, stop.row] };
  }
  const mail = await surveyMail(context, row, stop.url);
  return { mail, attachments: [], unsubscribeUrl: stop.url, tokens: [stop.row] };
}

/** The address that leads an answer back to its recipient; null where no mail reaches us. */
async function replyToOf({ env, channels }: Deps, row: ClaimedRow): Promise<string | null> {
  const domain = env.mail?.replyDomain ?? (channels.email.sandbox ? practiceDomain : null);
  return domain === null || row.recipientId === null ? null : replyAddress(env.secret, row.recipientId, domain);
}

const paths: Record<TokenRow['scope'], string> = {
  preferences: 'p',
  unsubscribe: 'u',
  group: 'g',
  event: 'e',
  confirm: 'c',
};

const subjectOf: Partial<Record<TokenRow['scope'], (row: ClaimedRow) => string | null>> = {
  confirm: ({ contactChangeId }) => contactChangeId,
  group: ({ meetingId }) => meetingId,
  event: ({ eventId }) => eventId,
};

/** A new link of one scope: 128 random bits, of which we keep a hash. */
async function linkFor(deps: Deps, row: ClaimedRow, scope: TokenRow['scope'], channel: 'sms' | 'email') {
  const token = Array.from(deps.randomBytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const now = deps.clock.now();
  const days = scope === 'confirm' ? contactChangeDays : linkDays;
  return {
    url: `${deps.env.publicUrl}/${paths[scope]}/${token}`,
    row: {
      hash: await sha256(token),
      scope,
      channel,
      residentId: row.residentId ?? '',
      subject: subjectOf[scope]?.(row) ?? row.purpose,
      createdAt: now,
      expiresAt: new Date(now.getTime() + days * 86_400_000),
    },
  };
}
