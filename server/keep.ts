import type { OutboundMessage } from '../channels/message.ts';
import type { Keep } from '../channels/sandbox/sandbox.ts';
import { keepSandboxMessage } from '../db/commands/sandbox.ts';
import type { Deps } from './deps.ts';

const words = (message: OutboundMessage) =>
  message.kind === 'sms'
    ? { subject: null, body: message.body, html: null, replyTo: null }
    : { subject: message.subject, body: message.text, html: message.html, replyTo: message.replyTo };

/** Where the sandbox puts what it is given: the practice inbox and phone of this database. */
export const keepIn =
  ({ db, clock }: Pick<Deps, 'db' | 'clock'>): Keep =>
  (message) =>
    keepSandboxMessage(db, {
      deliveryId: message.deliveryId,
      channel: message.kind,
      toAddress: message.to,
      language: message.language,
      at: clock.now(),
      ...words(message),
    });
