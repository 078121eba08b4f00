import { type AddressKeys, addressHashOf } from '../address-hash.ts';
import type { Db } from '../connect.ts';

/**
 * What may be sent to one resident `r` for a purpose (a column, such as `m.purpose`), looked up by their keys alone: joins `home` and `stop`.
 * The same rules stand in candidates.ts for everyone at once; a test compares them.
 */
export const reachJoins = (db: Db, purpose: ReturnType<Db>, now: Date) => db`
  left join lateral (
    select h.id as household_id, p.address_lines, p.postcode
    from household_members hm join households h on h.id = hm.household_id join properties p on p.id = h.property_id
    where hm.resident_id = r.id and hm.from_date <= ${now}::date and (hm.to_date is null or hm.to_date > ${now}::date)
      and (h.to_date is null or h.to_date > ${now}::date)
    order by hm.from_date desc, h.id limit 1
  ) home on true
  ${stopOf(db, purpose, now)}`;

/** Whether `r` permits one way for a purpose: where they never said, all but marketing. */
export const isAllowed = (db: Db, channel: ReturnType<Db>, purpose: ReturnType<Db>) => db`
  coalesce((select pm.allowed from permissions pm where pm.resident_id = r.id and pm.purpose = ${purpose} and pm.channel = ${channel}),
    ${purpose} <> 'marketing')`;

/** Whether `r` permits being rung for a purpose: not where they refused every way of writing and never said anything of ringing. */
const mayBeRung = (db: Db, purpose: ReturnType<Db>) => db`
  (select coalesce(bool_or(pm.allowed) filter (where pm.channel = 'telephone'),
      ${purpose} <> 'marketing' and count(*) filter (where not pm.allowed) < 3)
    from permissions pm where pm.resident_id = r.id and pm.purpose = ${purpose})`;

/** What `r` said that stands against writing to them for a purpose: joins `stop`. */
export const stopOf = (db: Db, purpose: ReturnType<Db>, now: Date) => db`
  left join lateral (
    select s.reason from suppressions s
    where s.resident_id = r.id and s.lifted_at is null and (s.until is null or s.until > ${now})
      and (s.purpose is null or s.purpose = ${purpose}) and s.reason <> 'bounce'
    order by s.reason = 'do_not_contact' desc limit 1
  ) stop on true`;

/** Whether an address of `r` may not be written to for a purpose. */
export const isDead = (db: Db, keys: AddressKeys, column: ReturnType<Db>, purpose: ReturnType<Db>, now: Date) => db`
  exists (
    select from suppressions s where s.address_hash = ${addressHashOf(db, keys, column)} and s.resident_id is null and s.lifted_at is null
      and (s.until is null or s.until > ${now}) and (s.purpose is null or s.purpose = ${purpose}))`;

/** The ways that work for `r`: held, permitted, not suppressed. */
export const workingWays = (db: Db, keys: AddressKeys, purpose: ReturnType<Db>, now: Date) => db`
  array_remove(array[
    case when r.email is not null and ${isAllowed(db, db`'email'`, purpose)}
      and not ${isDead(db, keys, db`r.email`, purpose, now)} then 'email' end,
    case when r.phone is not null and ${isAllowed(db, db`'sms'`, purpose)}
      and not ${isDead(db, keys, db`r.phone`, purpose, now)} then 'sms' end,
    case when (home.household_id is not null or r.correspondence_address is not null)
      and ${isAllowed(db, db`'post'`, purpose)} then 'post' end
  ], null)`;

/** Whether `r` may be rung: a number is held, calls are permitted, and nobody who uses it said stop. */
export const mayRing = (db: Db, keys: AddressKeys, purpose: ReturnType<Db>, now: Date) => db`
  (r.phone is not null and ${mayBeRung(db, purpose)} and not ${isDead(db, keys, db`r.phone`, purpose, now)})`;
