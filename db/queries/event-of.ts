import type { Db } from '../connect.ts';

/** Of a delivery `d` of mailing `m` that asks to an event: what its person said, and whether it is over; nothing for others. Joins `ev`. */
export const eventOf = (db: Db, now: Date) => db`
  left join lateral (
    select ep.reply, e.called_off_at is not null or
      coalesce(e.held_on, e.reply_by) < (${now}::timestamptz at time zone coalesce((select time_zone from landlord), 'Europe/London'))::date as over
    from event_people ep join events e on e.id = ep.event_id where ep.recipient_id = d.recipient_id and d.kind = 'event'
  ) ev on true`;
