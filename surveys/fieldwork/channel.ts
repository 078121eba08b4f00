/** Ways we can reach a person, in the order we try when nothing is known of what they like: dearest last. */
export const contactChannels = ['email', 'sms', 'post'] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** A person's own order: what they prefer first, the rest as above. */
export function bestOrder(preferred: ContactChannel | null): readonly ContactChannel[] {
  if (preferred === null) return contactChannels;
  return [preferred, ...contactChannels.filter((channel) => channel !== preferred)];
}
