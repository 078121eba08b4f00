import type { OutboundMessage } from './message.ts';
import type { SendResult } from './status.ts';

/** A way out: the code that talks to one provider. Four things to know, nothing else. */
export interface Channel {
  /** The kind of message it carries. */
  readonly kind: ChannelKind;
  /** Who is behind it, in the ledger's word: `twilio`, `smtp`, `sendgrid`, `print`, `sandbox`. */
  readonly provider: string;
  /** True where nothing leaves this installation. */
  readonly sandbox: boolean;
  /**
   * Hands one message to the provider.
   * Throws `RefusedError` when it certainly did not go and never will, `RetryError` when it certainly did not go but may later,
   * `UnknownError` when it may or may not have gone.
   */
  send(message: OutboundMessage): Promise<SendResult>;
  /** Frees sockets. */
  close?(): Promise<void>;
}

export const channelKinds = ['sms', 'email', 'post'] as const;
export type ChannelKind = (typeof channelKinds)[number];
