import type { Channel, ChannelKind } from '../../../channels/channel.ts';
import { type Limits, unlimited } from '../../../channels/limits.ts';
import { type ChannelState, channelStates, lastSeen } from '../../../db/queries/today.ts';
import { localClock } from '../../../surveys/fieldwork/dates.ts';
import type { Deps } from '../../deps.ts';

/** A channel as the settings page shows it. */
export interface Provider {
  channel: ChannelKind;
  provider: string;
  sandbox: boolean;
  /** Settings that would connect a real provider. */
  needs: string[];
  state: string;
  lastSentAt: Date | null;
}

/** What of a channel its state depends on. */
type Sending = Pick<Channel, 'sandbox' | 'limits'>;

/** After this long without a sign of it, a process that prints is said to be gone. */
export const printSilenceMs = 10 * 60_000;

const toConnect: Record<'sms' | 'email', string[]> = {
  sms: ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM or TWILIO_MESSAGING_SERVICE_SID'],
  email: ['SMTP_URL or SENDGRID_API_KEY', 'MAIL_FROM'],
};

/** How much of a provider is used at most: so that whoever reads of a cap finds it here. */
function mostOf({ perSecond, perDay }: Limits): string {
  const most = [
    perSecond === null ? null : `${perSecond.toLocaleString('en-GB')} a second`,
    perDay === null ? null : `${perDay.toLocaleString('en-GB')} a day`,
  ].filter((each) => each !== null);
  return most.length === 0 ? '' : `. At most ${most.join(' and ')}`;
}

function stateOf(known: ChannelState | undefined, { sandbox, limits = unlimited }: Sending): string {
  if (known?.stoppedAt)
    return `Stopped since ${localClock(known.stoppedAt.getTime(), 'Europe/London')}: ${known.reason ?? 'the provider does not answer'}`;
  if (sandbox) return 'Practice: nothing leaves this machine';
  return `${known?.lastSentAt ? 'Working' : 'Connected, nothing sent yet'}${mostOf(limits)}`;
}

const sender = (channel: Channel, kind: 'sms' | 'email', known: ChannelState | undefined): Provider => ({
  channel: kind,
  provider: channel.provider,
  sandbox: channel.sandbox,
  needs: channel.sandbox ? toConnect[kind] : [],
  state: stateOf(known, channel),
  lastSentAt: known?.lastSentAt ?? null,
});

/** How long since something that prints was seen, in a sentence. */
export function printSentence(seenAt: Date | null, now: Date): string {
  if (!seenAt) return 'No process that can print has been seen yet.';
  const minutes = Math.floor((now.getTime() - seenAt.getTime()) / 60_000);
  return minutes * 60_000 < printSilenceMs
    ? 'Printing works.'
    : `No process that can print has been seen for ${minutes} minutes.`;
}

/** What is connected, and whether it works. */
export async function listProviders({
  db,
  channels,
  clock,
}: Deps): Promise<{ channels: Provider[]; print: { seenAt: Date | null; sentence: string } }> {
  const states = new Map((await channelStates(db)).map((state) => [state.channel, state]));
  const seenAt = await lastSeen(db, 'print');
  const post: Provider = {
    channel: 'post',
    provider: 'print',
    sandbox: false,
    needs: [],
    state: stateOf(states.get('post'), { sandbox: false }),
    lastSentAt: states.get('post')?.lastSentAt ?? null,
  };
  return {
    channels: [
      sender(channels.sms, 'sms', states.get('sms')),
      sender(channels.email, 'email', states.get('email')),
      post,
    ],
    print: { seenAt, sentence: printSentence(seenAt, clock.now()) },
  };
}
