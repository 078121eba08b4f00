import type { Channel } from './channel.ts';
import { sendgridChannel } from './email/sendgrid.ts';
import { smtpChannel } from './email/smtp.ts';
import { limited } from './limits.ts';
import type { Channels } from './registry.ts';
import { type Keep, sandboxChannel } from './sandbox/sandbox.ts';
import { type ChannelSettings, identityOf } from './settings.ts';
import { twilioFetch } from './sms/twilio-fetch.ts';

/** The channels of a process that has only `fetch` and sockets (a Worker): made for each request, closed after it. It cannot print. */
export const buildChannels = (settings: ChannelSettings, keep: Keep): Channels => ({
  sms: textChannel(settings) ?? sandboxChannel('sms', keep),
  email: mailChannel(settings) ?? sandboxChannel('email', keep),
  print: null,
});

function textChannel({ twilio, limits }: ChannelSettings): Channel | null {
  if (!twilio) return null;
  return limited(
    twilioFetch(twilio),
    /^\+\d+$/.test(twilio.from ?? '') ? 'twilio number' : 'twilio service',
    limits?.sms,
  );
}

function mailChannel(settings: ChannelSettings): Channel | null {
  const identity = identityOf(settings);
  if (!identity) return null;
  if (settings.sendgrid)
    return limited(sendgridChannel(settings.sendgrid, identity), 'sendgrid', settings.limits?.email);
  return settings.smtp ? limited(smtpChannel(settings.smtp, identity), 'smtp', settings.limits?.email) : null;
}
