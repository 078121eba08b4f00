import type { Audience } from '../../surveys/fieldwork/audience.ts';
import { olderFrom } from '../../surveys/fieldwork/plan.ts';
import type { Refresh } from '../../surveys/fieldwork/refresh.ts';
import type { SurveyKind } from '../../surveys/fieldwork/rests.ts';
import { type AddressKeys, addressHashOf } from '../address-hash.ts';
import type { Db } from '../connect.ts';
import { askedBefore, askedOften, lastAsked } from './asked-before.ts';
import { outsideCases } from './audience-rules.ts';
import { askedAboutService, regulatorAsks, regulatorAsksHome } from './rests.ts';

/** Whom a wave looks at, and by which rules. Dates are local. */
export interface Choice {
  waveId: string;
  campaignId: string;
  purpose: string;
  unit: 'person' | 'household';
  /** Which other surveys it gives way to. */
  kind: SurveyKind;
  audience: Audience;
  /** Whom the campaign leaves out because it asked them before. */
  refresh: Refresh;
  now: Date;
  today: string;
  /** Answers of this campaign since this day count the household as asked; null where each wave asks anew. */
  countedSince: string | null;
  /** Which of two people in a home is asked is drawn with it. */
  seed: string;
  /** Whether the plan has a step by telephone: then whoever can only be rung is reached too. */
  rings: boolean;
  keys: AddressKeys;
}

/**
 * Every resident with what stands for and against asking them: the columns of a frame member, `out_reason` (null is in) and `out_detail`.
 * The order of the `case` is the order of the rules in surveys/fieldwork/audience.ts; a test compares the two.
 */
export const candidates = (db: Db, choice: Choice) => db`
  select c.*, case
      when c.reason is not null then c.reason
      when ${choice.unit} = 'household' and c.place_in_home > 1 then 'another_in_home'
    end as out_reason
  from (
    select f.*,
      row_number() over (
        partition by coalesce(f.household_id, f.resident_id), f.reason is null
        order by md5(${choice.seed} || f.resident_id::text)) as place_in_home
    from (${judged(db, choice)}) f
  ) c`;

const judged = (db: Db, choice: Choice) => db`
  select p.*, case
      when p.status <> 'current' then 'left'
      when ${choice.audience.panelId}::uuid is not null and not p.in_panel then 'not_in_panel'
      when ${choice.audience.areas.length > 0} and (p.area is null or p.area <> all(${choice.audience.areas}::text[])) then 'outside_areas'
      when ${choice.audience.tenures.length > 0} and (p.tenure is null or p.tenure <> all(${choice.audience.tenures}::text[])) then 'outside_tenures'
      ${outsideCases(db, choice)}
      when p.stop->>'reason' = 'do_not_contact' then 'do_not_contact'
      when p.stop->>'reason' <> 'paused' or p.refuses_all then 'stopped'
      when p.stop is not null or p.panel_break is not null then 'on_break'
      when cardinality(p.ways) = 0 and not p.may_ring then 'no_way'
      when p.counted is not null then 'household_counted'
      when p.before is not null then 'asked_before'
      when p.first is not null then 'regulator_first'
      when p.served is not null and ${choice.today}::date - (p.served->>'on')::date < ${choice.audience.serviceRestDays} then 'after_service'
      when p.asked is not null and ${choice.today}::date - (p.asked->>'on')::date < ${choice.audience.restDays} then 'asked_recently'
      when p.often is not null then 'asked_often'
    end as reason
  from (${facts(db, choice)}) p`;

/** The facts of each resident; each join gives at most one row. */
const facts = (db: Db, choice: Choice) => db`
  select r.id as resident_id, r.status, r.language, r.format, r.demo, r.preferred_channel,
    home.household_id, home.area, home.tenure, home.property_type, home.scheme, home.since as home_since,
    date_part('year', age(${choice.today}::date, r.date_of_birth))::int as age,
    coalesce(date_part('year', age(${choice.today}::date, r.date_of_birth)) >= ${olderFrom}, false) as older,
    exists (
      select from memberships m where m.group_id = ${choice.audience.panelId}::uuid and m.resident_id = r.id
        and m.from_date <= ${choice.today} and (m.to_date is null or m.to_date > ${choice.today})) as in_panel,
    (select max(m.paused_until) from memberships m where m.group_id = ${choice.audience.panelId}::uuid and m.resident_id = r.id
        and m.to_date is null and m.paused_until > ${choice.today}) as panel_break,
    stop.stop, counted.counted, before.before, coalesce(first.first, first_home.first) as first, served.served, asked.asked, often.often,
    coalesce(refused.channels @> array['sms', 'email', 'post', 'telephone'], false) as refuses_all,
    ${mayRing(db, choice)} as may_ring,
    ${waysOf(db, choice.keys)} as ways
  from residents r
  left join (${homes(db, choice.today)}) home on home.resident_id = r.id
  left join (${stops(db, choice.purpose, choice.now)}) stop on stop.resident_id = r.id
  left join (${refusals(db, choice.purpose)}) refused on refused.resident_id = r.id
  left join (${deadAddresses(db, choice.purpose, choice.now)}) dead on true
  left join (${countedHomes(db, choice)}) counted on counted.household_id = home.household_id
  left join (${askedBefore(db, choice)}) before on before.resident_id = r.id
  left join (${regulatorAsks(db, choice)}) first on first.resident_id = r.id
  left join (${regulatorAsksHome(db, choice)}) first_home on first_home.household_id = home.household_id
  left join (${askedAboutService(db, choice)}) served on served.resident_id = r.id
  left join (${lastAsked(db, choice)}) asked on asked.resident_id = r.id
  left join (${askedOften(db, choice)}) often on often.resident_id = r.id`;

/** The home of each resident on a day: the newest when there are several. */
export const homes = (db: Db, today: string) => db`
  select distinct on (hm.resident_id) hm.resident_id, h.id as household_id, h.tenure, p.area, p.scheme, p.type as property_type,
    p.address_lines, p.postcode, hm.from_date as since
  from household_members hm
  join households h on h.id = hm.household_id
  join properties p on p.id = h.property_id
  where hm.from_date <= ${today} and (hm.to_date is null or hm.to_date > ${today})
    and (h.to_date is null or h.to_date > ${today})
  order by hm.resident_id, hm.from_date desc, h.id`;

/** What keeps us from a person whatever the way, the widest first, with what a sentence about it needs. */
export const stops = (db: Db, purpose: string, now: Date) => db`
  select distinct on (resident_id) resident_id, jsonb_build_object(
      'reason', reason, 'at', at, 'on', at::date, 'by', by, 'note', note, 'until', until::date) as stop
  from suppressions
  where resident_id is not null and lifted_at is null and (until is null or until > ${now})
    and (purpose is null or purpose = ${purpose}) and reason <> 'bounce'
  order by resident_id, reason = 'do_not_contact' desc, reason = 'paused', at desc`;

/** Channels a resident does not permit for a purpose: with no row of it, as `unsaid` of surveys/fieldwork/permission.ts has it. */
export const refusals = (db: Db, purpose: string) => db`
  select r.id as resident_id, array_agg(ch) as channels
  from residents r cross join unnest(array['sms', 'email', 'post', 'telephone']) ch
  left join permissions p on p.resident_id = r.id and p.purpose = ${purpose} and p.channel = ch
  left join (
    select resident_id from permissions where purpose = ${purpose} and channel in ('sms', 'email', 'post') and not allowed
    group by resident_id having count(*) = 3
  ) silent on silent.resident_id = r.id
  where not coalesce(p.allowed, ${purpose} <> 'marketing' and not (ch = 'telephone' and silent.resident_id is not null))
  group by r.id`;

/** One row: the hashes of addresses that must not be written to. */
export const deadAddresses = (db: Db, purpose: string, now: Date) => db`
  select coalesce(array_agg(address_hash), '{}') as hashes from suppressions
  where address_hash is not null and resident_id is null and lifted_at is null and (until is null or until > ${now})
    and (purpose is null or purpose = ${purpose})`;

/** The ways that work for `r`: held, permitted (`refused`), not suppressed (`dead`). */
export const waysOf = (db: Db, keys: AddressKeys) => db`
  array_remove(array[
    case when r.email is not null and not ('email' = any(coalesce(refused.channels, '{}')))
      and (dead.hashes = '{}' or ${addressHashOf(db, keys, db`r.email`)} <> all(dead.hashes)) then 'email' end,
    case when r.phone is not null and not ('sms' = any(coalesce(refused.channels, '{}')))
      and (dead.hashes = '{}' or ${addressHashOf(db, keys, db`r.phone`)} <> all(dead.hashes)) then 'sms' end,
    case when (home.household_id is not null or r.correspondence_address is not null)
      and not ('post' = any(coalesce(refused.channels, '{}'))) then 'post' end
  ], null)`;

/** Whether `r` may be rung, as `ways` are worked out; nobody is where no step rings. */
const mayRing = (db: Db, { rings, keys }: Choice) => db`
  (${rings} and r.phone is not null and not ('telephone' = any(coalesce(refused.channels, '{}')))
    and (dead.hashes = '{}' or ${addressHashOf(db, keys, db`r.phone`)} <> all(dead.hashes)))`;

const countedHomes = (db: Db, { campaignId, unit, countedSince }: Choice) => db`
  select distinct on (f.household_id) f.household_id,
    jsonb_build_object('on', p.completed_at::date, 'survey', w.name) as counted
  from responses p
  join frame_members f on f.id = p.frame_member_id
  join waves w on w.id = p.wave_id
  where ${unit} = 'household' and ${countedSince}::date is not null and w.campaign_id = ${campaignId}
    and p.state = 'complete' and p.completed_at >= ${countedSince}::date and f.household_id is not null
  order by f.household_id, p.completed_at desc`;
