import { RefusedError } from '../errors.ts';
import type { OutboundMessage, TextMessage } from '../message.ts';
import {
  inboundOf,
  type ListedText,
  onlyNumber,
  resultOf,
  sentOf,
  type TwilioChannel,
  type TwilioSettings,
} from './twilio.ts';

export interface ListFilter {
  to?: string | undefined;
  sentAfter?: Date;
}

/** Twilio as far as the channel asks, by whichever client. */
export interface TwilioClient {
  create(text: TextMessage): Promise<{ sid: string; status: string }>;
  /** Pages of messages, newest first, until they are older than `since`. */
  list(filter: ListFilter, since: Date): Promise<ListedText[]>;
  close(): Promise<void>;
}

/** The channel over a client. */
export const channelOver = (settings: TwilioSettings, client: TwilioClient): TwilioChannel => ({
  kind: 'sms',
  provider: 'twilio',
  sandbox: false,
  send: async (message) => resultOf(await client.create(textOf(message))),
  listInbound: async (since) => inboundOf(await client.list({ to: onlyNumber(settings), sentAfter: since }, since)),
  findSent: async ({ to, since }) => sentOf(await client.list({ to }, since)),
  close: () => client.close(),
});

/** The text within a message; a channel is handed only its own kind. */
function textOf(message: OutboundMessage): TextMessage {
  if (message.kind === 'sms') return message;
  throw new RefusedError('This channel carries texts only', 'wrong kind', 'soft');
}
