import type { Channel, ChannelKind } from '../channels/channel.ts';
import type { Channels } from '../channels/registry.ts';

// Stands until channels/ gives its builder.
const sandbox = (kind: ChannelKind): Channel => ({
  kind,
  provider: 'sandbox',
  sandbox: true,
  send: async ({ deliveryId }) => ({ providerId: deliveryId, status: 'delivered' }),
});
export const pendingChannels: Channels = { sms: sandbox('sms'), email: sandbox('email'), print: null };
