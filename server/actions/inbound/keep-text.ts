import { cleanText } from '../../../channels/sms/clean.ts';
import { countSegments } from '../../../channels/sms/segments.ts';
import { type InboundDone, type InboundRow, keepMessage, type ReplyRow } from '../../../db/commands/inbound.ts';
import type { TurnMessage } from '../../../db/commands/response.ts';
import type { Db } from '../../../db/connect.ts';
import type { Survey } from '../../../db/queries/survey.ts';
import type { TextContext } from '../../../db/queries/texting.ts';
import { hideCodes } from '../../../surveys/fieldwork/code.ts';
import type { Deps } from '../../deps.ts';
import type { TrayReason } from './tray-reasons.ts';

/** A text that came in, whoever carried it. */
export interface ArrivedText {
  provider: string;
  /** The provider's id: the same again is the same text. */
  providerId: string;
  /** E.164, or whatever the carrier shows. */
  from: string;
  to: string;
  body: string;
  /** The whole of what the provider posted. */
  fields: Readonly<Record<string, string>> | null;
  /** Set when the provider answered STOP, START or HELP itself: then we say nothing. */
  answeredByProvider?: 'STOP' | 'START' | 'HELP' | null;
}

/** A text being taken in: what it is, and what was known when it came. */
export interface Texting {
  deps: Deps;
  context: TextContext;
  text: ArrivedText;
  /** Hash of the number it came from. */
  fromHash: string;
  ids: { inbound: string; reply: string };
  now: Date;
}

/** What was done with it. */
export interface TextOutcome {
  done: InboundDone;
  survey: Survey | null;
  /** Who said it, where more is known than who uses the number. */
  from?: string | null;
  reply: string | null;
  why: TrayReason | null;
  /** True is danger. */
  urgent: boolean | 'repair';
  /** Of the reply. */
  language: string;
  /** Whose invitation to an event it answers. */
  invited?: { residentId: string; recipientId: string };
}

/** The person it is from, where only one can be meant. */
const residentOf = ({ residents }: TextContext, survey: Survey | null): string | null =>
  survey?.residentId ?? (residents.length === 1 ? (residents[0]?.id ?? null) : null);

/** The rows to keep: the text with what was done, and our reply as a delivery that went at once. */
export function rowsOf({ context, text, ids, now }: Texting, outcome: TextOutcome): TurnMessage {
  const { survey, reply, language } = outcome;
  const inbound: InboundRow = {
    id: ids.inbound,
    provider: text.provider,
    providerId: text.providerId,
    channel: 'sms',
    fromAddress: text.from,
    toAddress: text.to,
    subject: null,
    body: text.body.replaceAll('\0', ''),
    raw: null,
    fields: text.fields,
    receivedAt: now,
    residentId: outcome.from ?? outcome.invited?.residentId ?? residentOf(context, survey),
    recipientId: outcome.invited?.recipientId ?? survey?.invitationId ?? null,
    done: outcome.done,
    reply,
    trayReason: outcome.why,
    urgent: outcome.urgent === true ? 'danger' : outcome.urgent || null,
  };
  return {
    inbound,
    reply: reply === null ? null : replyRow({ text, ids, now }, { survey, language, reply, invited: outcome.invited }),
  };
}

function replyRow(
  { text, ids, now }: Pick<Texting, 'text' | 'ids' | 'now'>,
  { survey, language, reply, invited }: Pick<TextOutcome, 'survey' | 'language' | 'invited'> & { reply: string },
): ReplyRow {
  const words = cleanText(reply);
  return {
    id: ids.reply,
    inboundId: ids.inbound,
    recipientId: invited?.recipientId ?? survey?.invitationId ?? null,
    provider: text.provider,
    language,
    format: survey?.format ?? 'standard',
    words: hideCodes(words),
    segments: countSegments(words).segments,
    at: now,
  };
}

/** Keeps a text that no interview took, with our reply. */
export function keepText(texting: Texting, outcome: TextOutcome, db: Db = texting.deps.db): Promise<void> {
  const { inbound, reply } = rowsOf(texting, outcome);
  return keepMessage(db, inbound, reply);
}
