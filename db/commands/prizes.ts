import type { Db } from '../connect.ts';
import { type PrizeRow, takingPart } from '../queries/prizes.ts';

type NewPrize = Omit<PrizeRow, 'drawnAt' | 'drawnBy' | 'entrants' | 'listHash'>;

/** Sets what can be won; set again it keeps its seed and seal. */
export const putPrize = (db: Db, p: NewPrize) => db`
  insert into prize_draws (wave_id, prize, terms, winners, reserves, closes_on, seed, seal, set_by, set_at)
  values (${p.waveId}, ${p.prize}, ${p.terms}, ${p.winners}, ${p.reserves}, ${p.closesOn}, ${p.seed}, ${p.seal}, ${p.setBy}, ${p.setAt})
  on conflict (wave_id) do update set prize = excluded.prize, terms = excluded.terms, winners = excluded.winners,
    reserves = excluded.reserves, closes_on = excluded.closes_on, set_by = excluded.set_by, set_at = excluded.set_at`;

export const dropPrize = (db: Db, waveId: string) => db`delete from prize_draws where wave_id = ${waveId}`;

export interface NewEntry {
  id: string;
  waveId: string;
  residentId: string;
  way: 'page' | 'typed';
  /** Asked to be left out. */
  leaveOut: boolean;
  /** A local day: no time is kept. */
  day: string;
  by: string | null;
}

/** Puts somebody in the draw, or out of it; one entry a person, the last word counts. */
export const putEntry = (db: Db, e: NewEntry) => db`
  insert into prize_entries (id, wave_id, resident_id, way, out_reason, entered_on, entered_by)
  values (${e.id}, ${e.waveId}, ${e.residentId}, ${e.way}, ${e.leaveOut ? 'left_out' : null}, ${e.day}, ${e.by})
  on conflict (wave_id, resident_id) do update set way = excluded.way, out_reason = excluded.out_reason, entered_by = excluded.entered_by`;

/** Writes an entry for everybody who took part and has none yet. */
export const enterTakingPart = (db: Db, waveId: string) => db`
  insert into prize_entries (id, wave_id, resident_id, way, entered_on)
  select gen_random_uuid(), ${waveId}, t.resident_id, 'taking_part', t.day from (${takingPart(db, waveId)}) t
  on conflict (wave_id, resident_id) do nothing`;

/** Takes out who may not win: our own staff, people we must not contact, the dead and who was erased. */
export const ruleOut = (db: Db, waveId: string, now: Date) => db`
  update prize_entries e set out_reason = x.reason
  from (
    select n.id, case
        when r.id is null then 'erased'
        when r.status = 'died' then 'died'
        when exists (select from "user" u where lower(u.email) = lower(r.email)) then 'staff'
        when exists (select from suppressions s where s.resident_id = r.id and s.reason = 'do_not_contact' and s.lifted_at is null
          and (s.until is null or s.until > ${now})) then 'do_not_contact'
      end as reason
    from prize_entries n left join residents r on r.id = n.resident_id where n.wave_id = ${waveId}
  ) x
  where e.id = x.id and e.out_reason is null and x.reason is not null`;

/**
 * Draws: the order of the entries is that of sha256 over the seed, a space and the entry's id, the smallest first, which anybody can work out
 * again with any tool. The first are the winners, the next the reserves.
 */
export async function placeEntries(db: Db, { waveId, seed, winners, reserves }: PrizeRow): Promise<number> {
  const rows = await db`
    update prize_entries e set place = o.place,
      role = case when o.place <= ${winners} then 'winner' when o.place <= ${winners + reserves} then 'reserve' end
    from (
      select id, row_number() over (order by sha256(convert_to(${seed} || ' ' || id::text, 'UTF8')))::int as place
      from prize_entries where wave_id = ${waveId} and out_reason is null
    ) o
    where e.id = o.id`;
  return rows.count;
}

/** Keeps when and by whom it was drawn, and what is needed to check it: how many, and sha256 over their ids in order, a line each. */
export const setDrawn = (
  db: Db,
  waveId: string,
  { at, by, entrants }: { at: Date; by: string; entrants: number },
) => db`
  update prize_draws set drawn_at = ${at}, drawn_by = ${by}, entrants = ${entrants}, list_hash = (
    select encode(sha256(convert_to(coalesce(string_agg(id::text || E'\\n', '' order by id::text collate "C"), ''), 'UTF8')), 'hex')
    from prize_entries where wave_id = ${waveId} and place is not null)
  where wave_id = ${waveId}`;

/** Says that somebody was told, or is to be told by hand where there is no recipient. */
export const setTold = (db: Db, entryId: string, { at, recipientId }: { at: Date; recipientId: string | null }) => db`
  update prize_entries set told_at = ${at}, recipient_id = ${recipientId} where id = ${entryId}`;

/** Passes a prize on: the one cannot be reached, the other wins in their place. */
export async function passOn(
  db: Db,
  { from, to, why, by, at }: { from: string; to: string; why: string; by: string; at: Date },
): Promise<void> {
  await db`update prize_entries set missed_at = ${at}, missed_why = ${why}, missed_by = ${by} where id = ${from}`;
  await db`update prize_entries set role = 'winner' where id = ${to}`;
}

/** A message whose words are ready, to one recipient. */
export const insertPrizeMessage = (
  db: Db,
  m: { id: string; recipientId: string; channel: string; subject: string | null; words: string; dueAt: Date; at: Date },
) => db`
  insert into deliveries (id, recipient_id, channel, kind, status, due_at, language, format, subject, words, created_at)
  select ${m.id}, id, ${m.channel}, 'prize', 'due', ${m.dueAt}, language, format, ${m.subject}, ${m.words}, ${m.at}
  from recipients where id = ${m.recipientId}`;
