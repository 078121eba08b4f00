import type { GivenLimits } from './limits.ts';

/** What the operator set about providers, as the channels need it. Null where a provider has none of its settings. */
export interface ChannelSettings {
  /** Signs reply and bounce addresses. */
  secret: string;
  twilio: {
    accountSid: string;
    authToken: string;
    from: string | null;
    messagingServiceSid: string | null;
    baseUrl: string | null;
  } | null;
  smtp: { url: string } | null;
  sendgrid: { apiKey: string; baseUrl: string | null } | null;
  mail: { from: string; replyDomain: string | null } | null;
  /** What may be used of each, where it is not the default of channels/limits.ts. */
  limits?: { sms: GivenLimits; email: GivenLimits };
}

/** Who mail comes from, or null when that was not set. */
export const identityOf = ({ mail, secret }: ChannelSettings) => (mail ? { ...mail, secret } : null);
