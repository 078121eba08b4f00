import type { Channel } from './channel.ts';

/** How much of a provider is used at most; null is without limit. */
export interface Limits {
  /** Messages a second, over all processes together. */
  perSecond: number | null;
  /** Messages a day of the landlord. */
  perDay: number | null;
}

/** What the operator set in place of a default. */
export type GivenLimits = { [Name in keyof Limits]?: number | undefined };

export const unlimited: Limits = { perSecond: null, perDay: null };

/** Where nothing is set. Twilio sends one text a second from a number and queues what comes faster; the days are there so that a mistake has an end. */
export const defaultLimits = {
  'twilio number': { perSecond: 1, perDay: 20_000 },
  'twilio service': { perSecond: 10, perDay: 20_000 },
  smtp: { perSecond: 10, perDay: 50_000 },
  sendgrid: { perSecond: 50, perDay: 50_000 },
} as const satisfies Record<string, Limits>;

/** A channel that says how much of it may be used. */
export const limited = (channel: Channel, kind: keyof typeof defaultLimits, given: GivenLimits = {}): Channel => ({
  ...channel,
  limits: {
    perSecond: given.perSecond ?? defaultLimits[kind].perSecond,
    perDay: given.perDay ?? defaultLimits[kind].perDay,
  },
});
