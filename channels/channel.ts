import type { Limits } from './limits.ts';
import type { ListedInbound, ListedSent } from './listed.ts';
import type { OutboundMessage } from './message.ts';
import type { SendResult } from './status.ts';

/** A way out: the code that talks to one provider. Small enough to remember. */
export interface Channel {
  /** The kind of message it carries. */
  readonly kind: ChannelKind;
  /** Who is behind it, in the ledger's word: `twilio`, `smtp`, `sendgrid`, `print`, `sandbox`. */
  readonly provider: string;
  /** True where nothing leaves this installation. */
  readonly sandbox: boolean;
  /** How much of it may be used; without limit when left out. */
  readonly limits?: Limits;
  /**
   * Hands one message to the provider.
   * Throws `RefusedError` when it certainly did not go and never will, `RetryError` when it certainly did not go but may later,
   * `UnknownError` when it may or may not have gone.
   */
  send(message: OutboundMessage): Promise<SendResult>;
  /** Messages that came in since, newest first: what a lost webhook would have told. Only where the provider can be asked; throws `RetryError`. */
  listInbound?(since: Date): Promise<ListedInbound[]>;
  /** Messages taken for one address since, newest first: clears up an unknown. Only where the provider can be asked; throws `RetryError`. */
  findSent?(search: { to: string; since: Date }): Promise<ListedSent[]>;
  /** Frees sockets. */
  close?(): Promise<void>;
}

export const channelKinds = ['sms', 'email', 'post'] as const;
export type ChannelKind = (typeof channelKinds)[number];
