import type { OutDetail, OutReason } from '../audience.ts';
import type { ContactChannel } from '../channel.ts';
import type { PersonName } from '../person.ts';

/** What the ledger holds about one person and one wave. Moments are epoch milliseconds, dates are local. */
export interface WhyFacts {
  now: number;
  zone: string;
  person: PersonName;
  wave: WhyWave;
  /** The person's row in the frame; null when there is none. */
  frame: { outReason: OutReason | null; outDetail: OutDetail; sampled: boolean } | null;
  /** For somebody who is not in the frame: the day they came into their home. */
  movedInOn: string | null;
  response: { state: 'part' | 'complete'; at: number; mode: string } | null;
  /** In the order they were made. */
  deliveries: readonly WhyDelivery[];
  /** What keeps us from this person now; only what came after the launch matters here. */
  stops: readonly WhyStop[];
  held: readonly ContactChannel[];
  /** Channels that are not going at this moment. */
  channelStops: readonly { channel: ContactChannel; since: number; reason: string }[];
  /** The next step of the plan and when, if one is still to come. `quiet` when it waits for the end of quiet hours. */
  next: { step: number; at: number; quiet: boolean } | null;
  /** Since when the group they were drawn in has answers enough; null where it has not, or people were not grouped. */
  quotaFullAt: number | null;
}

export interface WhyWave {
  name: string;
  status: 'draft' | 'open' | 'paused' | 'closed';
  launchedAt: number | null;
  pausedAt: number | null;
  pausedBy: string | null;
  closedAt: number | null;
  anonymous: boolean;
  asked: number;
  /** People who could have been asked. */
  inFrame: number;
  restDays: number;
  panelName: string | null;
}

export interface WhyDelivery {
  channel: ContactChannel;
  status: 'due' | 'claimed' | 'accepted' | 'sent' | 'unknown' | 'failed' | 'delivered' | 'cancelled';
  /** When it came to stand so. */
  at: number;
  dueAt: number;
  hard: boolean;
  /** "number not in use". */
  reason: string | null;
  batch: { number: number; posted: boolean } | null;
  /** Words for an edition that was not the one asked for. */
  fallback: string | null;
}

export interface WhyStop {
  kind: 'do_not_contact' | 'stop' | 'on_break';
  at: number;
  by: string;
  note: string | null;
  /** STOP by text: the last three digits of the number. */
  ending: string | null;
  /** Somebody else who uses the same number said it. */
  shared: boolean;
}
