/** Ways we can reach a person, in the order we try when nothing is known of what they like: dearest last. */
export const contactChannels = ['email', 'sms', 'post'] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** A person's own order: what they prefer first, the rest as above. */
export function bestOrder(preferred: ContactChannel | null): readonly ContactChannel[] {
  if (preferred === null) return contactChannels;
  return [preferred, ...contactChannels.filter((channel) => channel !== preferred)];
}

/** What a step of a plan can go by: a message, or a call that an interviewer makes from a list. */
export const stepChannels = [...contactChannels, 'telephone'] as const;
export type StepChannel = (typeof stepChannels)[number];

/** Whether somebody is reached by email or mobile. */
export const isDigital = (ways: readonly StepChannel[]): boolean => ways.includes('email') || ways.includes('sms');
