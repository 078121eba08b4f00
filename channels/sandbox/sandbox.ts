import type { Channel } from '../channel.ts';
import type { OutboundMessage } from '../message.ts';

/** Where a sandbox puts what it is given, for the practice inbox and practice phone. */
export type Keep = (message: OutboundMessage) => Promise<void>;

/** A channel from which nothing leaves: each message is kept, and counts as delivered. A repeat has the same id. */
export const sandboxChannel = (kind: OutboundMessage['kind'], keep: Keep): Channel => ({
  kind,
  provider: 'sandbox',
  sandbox: true,
  send: async (message) => {
    await keep(message);
    return { providerId: `sandbox-${message.deliveryId}`, status: 'delivered' };
  },
});
