import type { PendingQuery, Row } from 'postgres';
import type { EventPlan } from '../../surveys/groups/event.ts';
import type { PoolPerson } from '../../surveys/groups/pool.ts';
import type { AddressKeys } from '../address-hash.ts';
import type { Db } from '../connect.ts';
import { deadAddresses, homes, refusals, stops, waysOf } from './candidates.ts';
import { loads } from './load.ts';

/** Whom a draw looks at. Dates are local. */
export interface PoolChoice {
  plan: EventPlan;
  purpose: string;
  /** The group they are asked to join, or that it is for. */
  groupId: string | null;
  joins: boolean;
  now: Date;
  today: string;
  /** From which day on what people do for us counts as their load. */
  loadSince: string;
  keys: AddressKeys;
}

export interface PoolRow extends Omit<PoolPerson, 'overloaded'> {
  residentId: string;
  papers: number;
  surveys: number;
  meetings: number;
}

const ageOf = (db: Db, today: string) => db`date_part('year', age(${today}::date, r.date_of_birth))::int`;

const among = (db: Db, column: ReturnType<Db>, chosen: readonly string[]) =>
  chosen.length === 0 ? db`true` : db`${column} = any(${[...chosen]}::text[])`;

/** Those of the kinds that are wanted who live here, interested or not: over `r` and `home`. */
const ofKind = (db: Db, { plan, today }: Pick<PoolChoice, 'plan' | 'today'>) => db`
  r.status = 'current' and ${among(db, db`home.area`, plan.areas)} and ${among(db, db`home.tenure`, plan.tenures)}
    and ${among(db, db`home.property_type`, plan.propertyTypes)}
    and ${plan.ageFrom === null ? db`true` : db`${ageOf(db, today)} >= ${plan.ageFrom}`}
    and ${plan.ageTo === null ? db`true` : db`${ageOf(db, today)} <= ${plan.ageTo}`}`;

const interested = (db: Db, { from, topics, comfortLevel }: EventPlan) => db`
  ${
    topics.length > 0
      ? db`exists (select from interests i where i.resident_id = r.id and i.topic = any(${[...topics]}::text[]))`
      : from === 'interested'
        ? db`exists (select from interests i where i.resident_id = r.id)`
        : db`true`
  } and ${comfortLevel === null ? db`true` : db`r.comfort_level >= ${comfortLevel}`}`;

/** Everyone of the kinds that are wanted, with what stands for and against asking each. */
export const poolRows = (db: Db, choice: PoolChoice) => db<PoolRow[]>`
  select r.id as resident_id, home.area, home.tenure, home.property_type, ${ageOf(db, choice.today)} as age,
    coalesce(stop.stop->>'reason' = 'do_not_contact', false) as do_not_contact,
    coalesce(stop.stop->>'reason' not in ('do_not_contact', 'paused'), false) or coalesce(refused.channels @> array['sms', 'email', 'post'], false) as stopped,
    coalesce(stop.stop->>'reason' = 'paused', false) or exists (
      select from memberships ms where ms.resident_id = r.id and ms.to_date is null and ms.paused_until > ${choice.today}) as paused,
    ${choice.joins} and exists (
      select from memberships ms where ms.resident_id = r.id and ms.group_id = ${choice.groupId}::uuid and ms.to_date is null) as member,
    cardinality(${waysOf(db, choice.keys)}) > 0 as has_working_way,
    ${choice.today}::date - invited.at::date as days_since_invited,
    coalesce(load.papers, 0) as papers, coalesce(load.surveys, 0) as surveys, coalesce(load.meetings, 0) as meetings
  from residents r
  left join (${homes(db, choice.today)}) home on home.resident_id = r.id
  left join (${stops(db, choice.purpose, choice.now)}) stop on stop.resident_id = r.id
  left join (${refusals(db, choice.purpose)}) refused on refused.resident_id = r.id
  left join (${deadAddresses(db, choice.purpose, choice.now)}) dead on true
  left join (${loads(db, choice.loadSince)}) load on load.resident_id = r.id
  left join (select resident_id, max(invited_at) as at from event_people where invited_at is not null group by resident_id) invited
    on invited.resident_id = r.id
  where ${ofKind(db, choice)} and ${interested(db, choice.plan)}`;

export interface PopulationRow {
  area: string | null;
  tenure: string | null;
  propertyType: string | null;
  age: number | null;
  count: number;
}

/** Everybody of the kinds that are wanted, counted by what a draw can be balanced by. */
export function populationRows(db: Db, choice: Pick<PoolChoice, 'plan' | 'today'>) {
  const { balance } = choice.plan;
  const field = (name: EventPlan['balance'][number], value: PendingQuery<Row[]>) =>
    balance.includes(name) ? value : db`null`;
  return db<PopulationRow[]>`
    select ${field('area', db`home.area`)}::text as area, ${field('tenure', db`home.tenure`)}::text as tenure,
      ${field('propertyType', db`home.property_type`)}::text as property_type,
      ${field('age', ageOf(db, choice.today))}::int as age, count(*) as count
    from residents r left join (${homes(db, choice.today)}) home on home.resident_id = r.id
    where ${ofKind(db, choice)} group by 1, 2, 3, 4`;
}
