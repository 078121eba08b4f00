import type { Db } from '../../../db/connect.ts';
import type { ResidentDetail, Stop } from '../../../db/queries/residents.ts';
import { type WhyRow, whyRow } from '../../../db/queries/why.ts';
import { type OutReason, outDetail } from '../../../surveys/fieldwork/audience.ts';
import type { ContactChannel } from '../../../surveys/fieldwork/channel.ts';
import type { WhyFacts } from '../../../surveys/fieldwork/why/facts.ts';
import type { WhyAction } from '../../../surveys/fieldwork/why/say.ts';
import { why } from '../../../surveys/fieldwork/why.ts';
import { whyStops } from './stops.ts';

export interface WhyAnswer {
  waveId: string;
  waveName: string;
  sentence: string;
  /** The button that mends it, and what it acts on. */
  action: { label: string; kind: WhyAction; id: string | null } | null;
}

const labels: Record<WhyAction, string> = {
  mend_address: 'Mend the address',
  resend_or_leave: 'Send again or leave it',
  mark_posted: 'Mark the batch posted',
  send_to_support: 'Send this to support',
};

function parseDetail(text: string | null) {
  try {
    return outDetail.parse(JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}

const heldBy = ({ phone, email, addressLines }: ResidentDetail): ContactChannel[] =>
  (['email', 'sms', 'post'] as const).filter((channel) => ({ email, sms: phone, post: addressLines?.[0] })[channel]);

function factsOf(row: WhyRow, person: ResidentDetail, stops: readonly Stop[], now: Date): WhyFacts {
  const { wave, frame, response } = row;
  return {
    now: now.getTime(),
    zone: wave.zone,
    person,
    wave,
    frame: frame && {
      outReason: frame.outReason as OutReason | null,
      outDetail: parseDetail(frame.outDetail),
      sampled: frame.sampled,
    },
    movedInOn: row.movedInOn,
    response: response && { ...response, state: response.state === 'complete' ? 'complete' : 'part' },
    deliveries: row.deliveries,
    stops: whyStops(stops, person),
    held: heldBy(person),
    channelStops: row.channelStops.map(({ channel, since, reason }) => ({
      channel: channel as ContactChannel,
      since,
      reason: reason ?? 'the provider does not answer',
    })),
    next: row.next && { ...row.next, quiet: false },
    quotaFullAt: row.quotaFullAt,
  };
}

/** What each button acts on: the delivery that is unknown, the batch that waits. */
function actsOn(kind: WhyAction, { deliveries }: WhyRow): string | null {
  if (kind === 'resend_or_leave') return deliveries.findLast(({ status }) => status === 'unknown')?.id ?? null;
  if (kind === 'mark_posted') return deliveries.findLast(({ batch }) => batch && !batch.posted)?.batch?.id ?? null;
  return null;
}

/** "Why did she get nothing?" of one wave, in a sentence; null when there is no such wave. */
export async function whyNothing(
  db: Db,
  person: ResidentDetail,
  stops: readonly Stop[],
  waveId: string,
  now: Date,
): Promise<WhyAnswer | null> {
  const row = await whyRow(db, person.id, waveId);
  if (!row) return null;
  const { sentence, action } = why(factsOf(row, person, stops, now));
  return {
    waveId,
    waveName: row.wave.name,
    sentence,
    action: action && { label: labels[action], kind: action, id: actsOn(action, row) },
  };
}
