import { plannedByItself } from '../../surveys/fieldwork/planned-by.ts';
import type { Db } from '../connect.ts';
import { isBulk } from './bulk.ts';

export interface Waiting {
  count: number;
  since: Date | null;
}

export interface ReadyBatch {
  id: string;
  number: number;
  readyAt: Date | null;
}

export interface StoppedChannel {
  channel: string;
  stoppedAt: Date;
  reason: string | null;
  tries: number;
  waiting: number;
}

/** What comes in and waits for a person: how much, since when, and how much of it sounds urgent. */
export async function trayWaiting(db: Db): Promise<{ all: Waiting; urgent: Waiting }> {
  const [row] = await db<{ count: number; since: Date | null; urgent: number; urgentSince: Date | null }[]>`
    select count(*) filter (where urgent is null) as count, min(received_at) filter (where urgent is null) as since,
      count(*) filter (where urgent is not null) as urgent, min(received_at) filter (where urgent is not null) as urgent_since
    from inbound_messages where tray_reason is not null and tray_done_at is null`;
  return {
    all: { count: row?.count ?? 0, since: row?.since ?? null },
    urgent: { count: row?.urgent ?? 0, since: row?.urgentSince ?? null },
  };
}

/** Messages that may or may not have gone, by channel. */
export const unknownDeliveries = (db: Db) => db<(Waiting & { channel: string })[]>`
  select channel, count(*) as count, min(claimed_at) as since from deliveries where status = 'unknown' and ended is null
  group by channel order by channel`;

/** Print files that are ready and not marked posted, oldest first. */
export const readyBatches = (db: Db) => db<ReadyBatch[]>`
  select id, number, ready_at from print_batches where state = 'ready' order by ready_at limit 50`;

/** How many those are, and since when. */
export async function readyToPost(db: Db): Promise<Waiting> {
  const [row] = await db<
    Waiting[]
  >`select count(*) as count, min(ready_at) as since from print_batches where state = 'ready'`;
  return row ?? { count: 0, since: null };
}

/** Print files that could not be made, oldest first. */
export const failedBatches = (db: Db) => db<{ number: number; fault: string | null; createdAt: Date }[]>`
  select number, fault, created_at from print_batches where state = 'failed' order by number limit 50`;

/** Channels that have stopped, with what waits behind each. */
export const stoppedChannels = (db: Db) => db<StoppedChannel[]>`
  select channel, stopped_at, reason, tries,
    (select count(*) from deliveries d where d.channel = s.channel and d.status = 'due') as waiting
  from channel_states s where stopped_at is not null order by stopped_at`;

/** Channels whose day is full while messages are due that wait for another day. */
export const cappedChannels = (db: Db, day: string, now: Date) => db<
  { channel: 'sms' | 'email'; waiting: number; since: Date }[]
>`
  select s.channel, w.waiting, s.last_sent_at as since
  from channel_states s, lateral (
    select count(*) as waiting from deliveries d where d.channel = s.channel and d.status = 'due' and d.due_at <= ${now} and ${isBulk(db)}) w
  where s.capped and s.day = ${day}::date and s.stopped_at is null and w.waiting > 0 order by s.channel`;

/** Plans of a person that still need the yes of somebody other than who planned them or has said yes already. */
export const wavesToApprove = (db: Db, who: readonly string[]) => db<
  { id: string; name: string; plannedBy: string; createdAt: Date }[]
>`
  select w.id, w.name, w.planned_by, w.created_at
  from waves w join campaigns c on c.id = w.campaign_id
  where w.status = 'draft' and w.planned_by <> all(${[...who, plannedByItself]})
    and c.quorum > (select count(*) from approvals a where a.wave_id = w.id)
    and not exists (select from approvals a where a.wave_id = w.id and a.by = any(${who}))
  order by w.created_at`;

export interface FieldRow {
  waveId: string;
  name: string;
  opensOn: string;
  closesOn: string;
  timeZone: string;
  answered: number;
  asked: number;
}

/** Waves in the field, the one that closes first on top. */
export const wavesInField = (db: Db) => db<FieldRow[]>`
  select w.id as wave_id, w.name, w.opens_on, w.closes_on, w.time_zone,
    (select count(*) from invitations i where i.wave_id = w.id) as asked,
    (select count(*) from invitations i where i.wave_id = w.id and i.disposition = 'complete') as answered
  from waves w where w.status in ('open', 'paused') order by w.closes_on, w.name`;

/** When something that can do this kind of work was last seen; null for never. */
export async function lastSeen(db: Db, work: string): Promise<Date | null> {
  const [row] = await db<{ at: Date }[]>`select at from heartbeats where work = ${work}`;
  return row?.at ?? null;
}

export interface ChannelState {
  channel: string;
  stoppedAt: Date | null;
  reason: string | null;
  lastSentAt: Date | null;
}

export const channelStates = (db: Db) => db<ChannelState[]>`
  select channel, stopped_at, reason, last_sent_at from channel_states`;

/** Codes that were tried and opened nothing, from everywhere together, in the window that is open. */
export async function wrongCodes(db: Db, allHash: string, since: Date): Promise<Waiting> {
  const [row] = await db<Waiting[]>`
    select tries as count, window_start as since from code_attempts where address_hash = ${allHash} and window_start > ${since}`;
  return row ?? { count: 0, since: null };
}
