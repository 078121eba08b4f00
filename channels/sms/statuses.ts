import { lookUp } from '../lookup.ts';
import type { DeliveryStatus, FailureKind } from '../status.ts';

/** Twilio's message statuses in our words; null is a message that came in, which has no delivery. */
const messageStatuses: Record<string, DeliveryStatus | null> = {
  accepted: 'accepted',
  scheduled: 'accepted',
  queued: 'accepted',
  sending: 'accepted',
  sent: 'sent',
  partially_delivered: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  failed: 'failed',
  undelivered: 'failed',
  canceled: 'failed',
  receiving: null,
  received: null,
};

/** Our word for a Twilio status; undefined when Twilio has a word that we do not know. */
export const deliveryStatusOf = (status: string): DeliveryStatus | null | undefined => lookUp(messageStatuses, status);

/**
 * What a code is about. A failure kind: this message and this person. `busy`: Twilio takes no more just now.
 * `setup`: our account, key or number, so every message would fail until someone mends it.
 */
export type CodeMeaning = FailureKind | 'busy' | 'setup';

export interface TwilioCode {
  means: CodeMeaning;
  /** In plain words, to follow "because". */
  reason: string;
}

const known = (means: CodeMeaning, reason: string): TwilioCode => ({ means, reason });

/** twilio.com/docs/api/errors: those a text can meet, when we hand it over or later. */
const codes: Record<string, TwilioCode> = {
  'HTTP 401': known('setup', 'Twilio refused our key'),
  'HTTP 403': known('setup', 'our key may not send texts'),
  'HTTP 429': known('busy', 'too many texts at once'),
  14107: known('busy', 'too many texts at once'),
  20003: known('setup', 'Twilio refused our key'),
  20005: known('setup', 'our Twilio account is not active'),
  20006: known('setup', 'our key may not send texts'),
  20008: known('setup', 'our key is a test key'),
  20404: known('setup', 'Twilio does not know our account'),
  20429: known('busy', 'too many texts at once'),
  21211: known('hard', 'the number is not a telephone number'),
  21212: known('setup', 'our own number is not right'),
  21214: known('hard', 'the number cannot be reached'),
  21217: known('hard', 'the number is not a telephone number'),
  21219: known('soft', 'a trial account texts only the numbers verified with Twilio'),
  21265: known('hard', 'the number is a short code'),
  21401: known('hard', 'the number is not a telephone number'),
  21408: known('soft', 'our account may not text that country'),
  21601: known('setup', 'our own number cannot send texts'),
  21602: known('soft', 'the text had no words'),
  21603: known('setup', 'no number of our own is set'),
  21604: known('hard', 'no number to text'),
  21606: known('setup', 'our own number cannot send texts there'),
  21607: known('setup', 'our own number is not verified'),
  21608: known('soft', 'a trial account texts only the numbers verified with Twilio'),
  21609: known('setup', 'the address for receipts is not right'),
  21610: known('opted_out', 'they texted STOP to this number'),
  21611: known('busy', 'too many texts wait to go from our number'),
  21612: known('hard', 'the number cannot get texts from ours'),
  21614: known('hard', 'the number is not a mobile'),
  21617: known('soft', 'the text was over 1,600 characters'),
  21619: known('soft', 'the text had no words'),
  21635: known('hard', 'the number is a landline'),
  21660: known('setup', 'our own number belongs to another account'),
  21702: known('setup', 'our messaging service cannot send'),
  21703: known('setup', 'our messaging service has no number for that country'),
  21704: known('setup', 'our messaging service has no number'),
  21705: known('setup', 'our messaging service is not right'),
  30001: known('soft', 'the queue was full'),
  30002: known('setup', 'our Twilio account is suspended'),
  30003: known('soft', 'the phone was off or out of reach'),
  30004: known('hard', 'the number blocks our texts'),
  30005: known('hard', 'the number is not in use'),
  30006: known('hard', 'the number is a landline or its network cannot be reached'),
  30007: known('soft', 'the network filtered the text out'),
  30008: known('soft', 'the network gave no reason'),
  30009: known('soft', 'a part of the text was lost'),
  30010: known('soft', 'the text cost more than allowed'),
  30017: known('soft', 'the network was too busy'),
  30018: known('setup', 'our sender name must be registered first'),
  30019: known('soft', 'the text was too big for the network'),
  30022: known('soft', 'too many texts at once for the network'),
  30023: known('soft', 'the network takes no more texts today'),
  30024: known('setup', 'our number is not set up on that network'),
  30034: known('setup', 'our number is not registered'),
  30036: known('soft', 'it could not be delivered in time'),
  30410: known('soft', 'the network did not answer'),
  30453: known('soft', 'the network could not deliver it'),
  63018: known('busy', 'too many texts at once'),
};

/** What a Twilio code means; undefined when we do not know it, and then it is shown as it is, not guessed. */
export const twilioCode = (code: string): TwilioCode | undefined => lookUp(codes, code);

/** The reason to show for a code, known or not. */
export const reasonOf = (code: string): string => twilioCode(code)?.reason ?? `unknown code ${code}`;

/** What a code says about the person, for a receipt: null when it is unknown or about us. */
export function failureOf(code: string): FailureKind | null {
  const means = twilioCode(code)?.means;
  if (means === undefined || means === 'setup') return null;
  return means === 'busy' ? 'soft' : means;
}
