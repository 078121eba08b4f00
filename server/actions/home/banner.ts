import type { ChannelKind } from '../../../channels/channel.ts';
import { lastSeen, stoppedChannels } from '../../../db/queries/today.ts';
import type { Deps } from '../../deps.ts';
import { printSentence, printSilenceMs } from '../provider/list.ts';
import { carried } from './phrases.ts';

export interface Banner {
  level: 'fault' | 'practice' | 'print';
  sentence: string;
}

/** Channels behind which nothing leaves this machine. */
export const practised = ({ channels }: Deps): ChannelKind[] =>
  [channels.sms, channels.email].filter((channel) => channel.sandbox).map((channel) => channel.kind);

function practiceBanner(kinds: readonly ChannelKind[]): Banner | null {
  if (kinds.length === 0) return null;
  if (kinds.length === 2) return { level: 'practice', sentence: 'Practice: nothing leaves this machine.' };
  return { level: 'practice', sentence: `Practice: ${carried[kinds[0] ?? 'sms'].many} do not leave this machine.` };
}

/** The worst thing that is wrong now; null when nothing is. */
export async function banner(deps: Deps): Promise<Banner | null> {
  const [fault] = await stoppedChannels(deps.db);
  if (fault) {
    const { Many } = carried[fault.channel as ChannelKind];
    return { level: 'fault', sentence: `${Many} have stopped: ${fault.reason ?? 'the provider does not answer'}.` };
  }
  const practice = practiceBanner(practised(deps));
  if (practice) return practice;
  const seen = await lastSeen(deps.db, 'print');
  const now = deps.clock.now();
  const silent = !seen || now.getTime() - seen.getTime() >= printSilenceMs;
  return silent ? { level: 'print', sentence: printSentence(seen, now) } : null;
}
