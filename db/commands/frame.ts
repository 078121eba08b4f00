import type { StratumFacts } from '../../surveys/fieldwork/strata.ts';
import { type AddressKeys, addressHashOf } from '../address-hash.ts';
import type { Db } from '../connect.ts';
import { type Choice, candidates } from '../queries/candidates.ts';

/** Rows of one statement when a list is written from JSON. */
const rowsAtOnce = 5000;

/** A uuid (version 4 by its marks) made of a secret salt and an id: random to whoever lacks the salt, one statement for a million. */
const derivedId = (db: Db, salt: string, id: ReturnType<Db>) => db`
  overlay(overlay(md5(${salt} || ${id}::text) placing '4' from 13) placing '8' from 17)::uuid`;

/**
 * Freezes the frame of a wave: everyone, in or out and why, with their codes as they stand. `salt` is used once and kept nowhere. `everyone`: all who may be asked are
 * the sample, marked as they are written; to mark them afterwards is to write them twice. Gives how many may be asked.
 */
export async function freezeFrame(db: Db, choice: Choice, salt: string, everyone: boolean): Promise<number> {
  await db`
    insert into frame_members (id, wave_id, resident_id, household_id, age, tenure, area, property_type, out_reason, out_detail, sampled)
    select ${derivedId(db, `${salt} frame`, db`c.resident_id`)}, ${choice.waveId}, c.resident_id, c.household_id, c.age,
      c.tenure, c.area, c.property_type, c.out_reason, ${outDetail(db)},
      ${everyone} and c.out_reason is null
    from (${candidates(db, choice)}) c`;
  await db`
    insert into frame_profiles (frame_member_id, field, code)
    select f.id, p.field, p.code from frame_members f join profiles p on p.resident_id = f.resident_id
    where f.wave_id = ${choice.waveId} and f.out_reason is null`;
  const [row] = await db<{ count: number }[]>`
    select count(*) from frame_members where wave_id = ${choice.waveId} and out_reason is null`;
  return row?.count ?? 0;
}

/** What the sentence about a reason needs, as JSON. */
const outDetail = (db: Db) => db`
  case c.out_reason
    when 'do_not_contact' then c.stop - 'reason' - 'at' - 'until'
    when 'stopped' then coalesce(c.stop, '{}') - 'reason' - 'at' - 'until' - 'note' || jsonb_build_object('ending', c.stop->>'note')
    when 'on_break' then jsonb_build_object('on', coalesce(c.stop->>'until', c.panel_break::text))
    when 'household_counted' then c.counted
    when 'asked_before' then c.before
    when 'regulator_first' then c.first
    when 'after_service' then c.served
    when 'asked_recently' then c.asked
    when 'asked_often' then c.often
    when 'no_way' then jsonb_build_object('note', 'no mobile, email or postal address that we may use')
  end::text`;

/** Those who may be asked, for the draw, with what they can be grouped by. */
export const drawable = (db: Db, waveId: string) => db<(StratumFacts & { id: string })[]>`
  select id, area, tenure, property_type, age from frame_members where wave_id = ${waveId} and out_reason is null`;

/** Writes down the group that each was drawn in. */
export const setStrata = (db: Db, people: readonly { id: string; stratum: string }[]) => db`
  update frame_members f set stratum = x.stratum
  from unnest(${people.map(({ id }) => id)}::uuid[], ${people.map(({ stratum }) => stratum)}::text[]) x (id, stratum)
  where f.id = x.id`;

/** Marks the sample: those drawn, or everyone who may be asked. */
export const markSample = (db: Db, waveId: string, drawn: readonly string[] | null) =>
  drawn === null
    ? db`update frame_members set sampled = true where wave_id = ${waveId} and out_reason is null`
    : db`update frame_members set sampled = true where wave_id = ${waveId} and id = any(${drawn}::uuid[])`;

/** Takes codes out of the well of all time, where only their hashes stand. Gives those that nobody ever had. */
export async function spendCodes(db: Db, codes: readonly string[], keys: AddressKeys): Promise<string[]> {
  const fresh: string[] = [];
  for (let from = 0; from < codes.length; from += rowsAtOnce) {
    const taken = await db<{ code: string }[]>`
      with made as materialized (
        select distinct c as code, ${addressHashOf(db, keys, db`c`)} as hash from unnest(${codes.slice(from, from + rowsAtOnce)}::text[]) c
      ), spent as (
        insert into spent_codes (hash) select hash from made on conflict do nothing returning hash
      )
      select code from made join spent using (hash)`;
    fresh.push(...taken.map(({ code }) => code));
  }
  return fresh;
}

/** Of a wave's frame those in the sample who were not asked yet. */
const toAsk = (db: Db, waveId: string) => db`
  frame_members f join residents r on r.id = f.resident_id
  where f.wave_id = ${waveId} and f.sampled and not exists (select from invitations i where i.frame_member_id = f.id)`;

/** How many of the sample were not asked yet. */
export async function countToAsk(db: Db, waveId: string): Promise<number> {
  const [row] = await db<{ count: number }[]>`select count(*) from ${toAsk(db, waveId)}`;
  return row?.count ?? 0;
}

/** Where the invitations of a wave stand at first. */
export interface Asked {
  waveId: string;
  mailingId: string;
  nextAt: Date;
  /** For the ids of recipients; used once and kept nowhere. */
  salt: string;
}

/** Writes a recipient and an invitation for each of the sample who was not asked yet, a code each, standing before the first step, in one statement. Gives how many. */
export async function insertAsked(
  db: Db,
  { waveId, mailingId, nextAt, salt }: Asked,
  codes: readonly string[],
): Promise<number> {
  const written = await db`
    with people as materialized (
      select ${derivedId(db, `${salt} recipient`, db`f.resident_id`)} as id, f.id as member, r.id as resident, r.language, r.format,
        row_number() over () as place
      from ${toAsk(db, waveId)}
    ), asked as (
      insert into recipients (id, mailing_id, resident_id, language, format)
      select id, ${mailingId}, resident, language, format from people
    )
    insert into invitations (id, wave_id, frame_member_id, code, next_step, next_at)
    select p.id, ${waveId}, p.member, c.code, 0, ${nextAt}
    from people p join unnest(${[...codes]}::text[]) with ordinality c (code, place) using (place)`;
  return written.count;
}
