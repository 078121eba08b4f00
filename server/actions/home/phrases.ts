import type { ChannelKind } from '../../../channels/channel.ts';

/** What a channel carries, for staff: one of it and many. */
export const carried: Record<ChannelKind, { one: string; many: string; Many: string }> = {
  sms: { one: 'text', many: 'texts', Many: 'Texts' },
  email: { one: 'email', many: 'emails', Many: 'Emails' },
  post: { one: 'letter', many: 'letters', Many: 'Letters' },
};

/** "1 text", "1,204 texts". */
export const so = (count: number, { one, many }: { one: string; many: string }): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** "1 thing waits", "7 things wait". */
export const verb = (count: number, one: string, many: string): string => (count === 1 ? one : many);
