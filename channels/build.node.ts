import type { Channel } from './channel.ts';
import { sendgridChannel } from './email/sendgrid.ts';
import { smtpChannel } from './email/smtp.ts';
import { undiciHttp } from './http.node.ts';
import { limited } from './limits.ts';
import type { Printer } from './post/printer.ts';
import type { Channels } from './registry.ts';
import { type Keep, sandboxChannel } from './sandbox/sandbox.ts';
import { type ChannelSettings, identityOf } from './settings.ts';
import { twilioChannel } from './sms/twilio.node.ts';

/** The channels of a Node process. A channel with no provider set is the sandbox, and puts what it is given into `keep`. */
export const buildChannels = (settings: ChannelSettings, keep: Keep, print: Printer | null): Channels => ({
  sms: textChannel(settings) ?? sandboxChannel('sms', keep),
  email: mailChannel(settings) ?? sandboxChannel('email', keep),
  print,
});

function textChannel({ twilio, limits }: ChannelSettings): Channel | null {
  if (!twilio) return null;
  return limited(
    twilioChannel(twilio),
    /^\+\d+$/.test(twilio.from ?? '') ? 'twilio number' : 'twilio service',
    limits?.sms,
  );
}

function mailChannel(settings: ChannelSettings): Channel | null {
  const identity = identityOf(settings);
  if (!identity) return null;
  if (settings.sendgrid)
    return limited(sendgridChannel(settings.sendgrid, identity, undiciHttp()), 'sendgrid', settings.limits?.email);
  return settings.smtp ? limited(smtpChannel(settings.smtp, identity), 'smtp', settings.limits?.email) : null;
}
