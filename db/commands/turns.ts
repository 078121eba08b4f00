import type { Db } from '../connect.ts';
import { isAnswer } from '../queries/bulk.ts';

/** What a process asks for before it claims. */
export interface Asking {
  channel: string;
  /** Most messages it would take. */
  limit: number;
  now: Date;
  /** The landlord's date. */
  day: string;
  /** False in quiet hours: then only answers count as waiting. */
  waking: boolean;
  /** Null is without limit. */
  perSecond: number | null;
  perDay: number | null;
}

/** What it is given. */
export interface Turns {
  /** How many messages it may hand over; 0 when nothing is due, the channel stands still, or the next turn has not come. */
  turns: number;
  /** The day's cap is reached: only answers to what people sent us go out. */
  capped: boolean;
  /** Answers to what people sent us are due: they go before what goes to many. */
  answers: boolean;
  /** How often the channel was tried in vain, and how many messages in a row nobody answered for. */
  tries: number;
  faults: number;
}

const none: Turns = { turns: 0, capped: false, answers: false, tries: 0, faults: 0 };
/** Whoever tries a channel that stood still has so long to say what came of it; then the next may try. */
const trialMs = 2 * 60_000;
/** No answer after so many messages in a row: something is wrong with the provider, not with the messages. */
export const mostFaults = 5;

/**
 * Gives turns to hand messages over. The channel's row is held for the statement, so that any number of processes keep to one rate and one cap a day: after a rest
 * a second's worth at once, then one each `1 / perSecond`. A channel that stood still is tried with one message by one process.
 */
export async function takeTurns(db: Db, asking: Asking): Promise<Turns> {
  const given = await takeFrom(db, asking);
  if (given !== null) return given;
  // The first message ever of a channel finds no row.
  const made =
    await db`insert into channel_states (channel) select ${asking.channel} where ${isWaiting(db, asking)} on conflict do nothing`;
  return (made.count > 0 ? await takeFrom(db, asking) : null) ?? none;
}

const isDue = (db: Db, { channel, now }: Asking, which: ReturnType<Db>) => db`exists (
  select from deliveries d where d.status = 'due' and d.channel = ${channel} and d.due_at <= ${now} ${which})`;

const isWaiting = (db: Db, asking: Asking) => isDue(db, asking, asking.waking ? db`` : db`and ${isAnswer(db)}`);

/** `free`: turns of the rate there are by now; `over`: how many of the day are left. Null when there is nothing to send, or no row yet. */
async function takeFrom(db: Db, asking: Asking): Promise<Turns | null> {
  const { channel, limit, now, day, perSecond, perDay } = asking;
  const every = perSecond === null ? 0 : 1000 / perSecond;
  const rested = new Date(now.getTime() - Math.max(0, 1000 - every));
  const trialOver = new Date(now.getTime() + trialMs);
  const free =
    perSecond === null
      ? db`${limit}::int`
      : db`greatest(0, floor(extract(epoch from ${now}::timestamptz - h.since) * 1000 / ${every}::numeric + 0.000001) + 1)::int`;
  const [row] = await db<Turns[]>`
    with held as materialized (
      select channel, stopped_at, retry_at, greatest(coalesce(turn_at, ${rested}), ${rested}) as since,
        case when day = ${day}::date then day_count else 0 end as counted
      from channel_states where channel = ${channel} and ${isWaiting(db, asking)} for update
    ), judged as (
      select h.*, coalesce(${perDay}::int <= h.counted, false) as capped,
        case when h.stopped_at is not null then (h.retry_at is null or h.retry_at <= ${now})::int
          when h.retry_at > ${now} then 0
          else least(${limit}::int, ${free}) end as turns
      from held h
    ), given as (
      select channel, since, counted, capped, stopped_at,
        case when capped or ${perDay}::int is null then turns else least(turns, ${perDay}::int - counted) end as turns
      from judged
    )
    update channel_states c set
      turn_at = g.since + g.turns * ${every}::float8 * interval '1 millisecond',
      retry_at = case when g.stopped_at is not null and g.turns > 0 then ${trialOver} else c.retry_at end,
      day = ${day}::date, day_count = g.counted + case when g.capped then 0 else g.turns end, capped = g.capped
    from given g where c.channel = g.channel
    returning g.turns, ${isDue(db, asking, db`and ${isAnswer(db)}`)} as answers, c.capped, c.tries, c.faults`;
  return row ?? null;
}

/** What a batch told of its channel. */
export interface Told {
  channel: string;
  /** `works`: it took something. `stopped`: it does not work. `busy`: it asked us to wait. `nothing`: it was not asked. */
  state: 'works' | 'stopped' | 'busy' | 'nothing';
  reason: string | null;
  retryAt: Date | null;
  faults: number;
  day: string;
  /** Messages that went or may have gone, less the turns that were counted for them. */
  uncounted: number;
}

/** Writes down what a batch told of its channel. One who was asked to wait is not undone by another's success a moment ago. */
export const tellChannel = (db: Db, { channel, state, reason, retryAt, faults, day, uncounted }: Told, now: Date) => db`
  update channel_states c set
    stopped_at = case ${state} when 'works' then null when 'stopped' then coalesce(c.stopped_at, ${now}) else c.stopped_at end,
    reason = case ${state} when 'works' then null when 'stopped' then ${reason} else c.reason end,
    tries = case ${state} when 'works' then 0 when 'nothing' then c.tries else c.tries + 1 end,
    retry_at = case ${state} when 'nothing' then c.retry_at
      when 'works' then case when c.stopped_at is null and c.retry_at > ${now} then c.retry_at end
      else ${retryAt}::timestamptz end,
    last_sent_at = case ${state} when 'works' then ${now} else c.last_sent_at end,
    faults = ${faults},
    day_count = case when c.day = ${day}::date then greatest(c.day_count + ${uncounted}, 0) else c.day_count end
  where channel = ${channel}`;

/** When the next message of a channel may go that only waits for its turn; null when none does. */
export async function nextTurn(db: Db, now: Date): Promise<Date | null> {
  const [row] = await db<{ at: Date | null }[]>`
    select min(c.turn_at) as at from channel_states c
    where c.turn_at > ${now} and c.stopped_at is null and (c.retry_at is null or c.retry_at <= ${now})
      and exists (select from deliveries d where d.status = 'due' and d.channel = c.channel and d.due_at <= ${now})`;
  return row?.at ?? null;
}
