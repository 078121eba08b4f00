import { type AddressKeys, addressHashOf } from '../address-hash.ts';
import type { Db } from '../connect.ts';
import { holdings } from '../holdings/index.ts';

/**
 * Keeps what somebody said stop to, without them: rows that were said from a number or an address stand under its hash; what covered the person
 * wherever they are is written under the hashes of their own number and address, where nobody else uses those.
 */
async function keepStops(db: Db, keys: AddressKeys, residentId: string): Promise<void> {
  await db`
    with addresses as (
      select ${addressHashOf(db, keys, db`a.address`)} as hash
      from residents r cross join lateral (values (r.phone), (r.email)) a(address)
      where r.id = ${residentId} and a.address is not null and not exists (
        select from residents o where o.id <> r.id and lower(a.address) in (o.phone, lower(o.email)))
    )
    insert into suppressions (id, address_hash, resident_id, purpose, reason, note, at, by, until)
    select gen_random_uuid(), a.hash, null, s.purpose, s.reason, null, s.at, s.by, s.until
    from addresses a cross join (
      select purpose, reason, min(at) as at, min(by) as by, max(until) as until from suppressions
      where resident_id = ${residentId} and lifted_at is null group by purpose, reason) s
    where not exists (
      select from suppressions o where o.resident_id is null and o.address_hash = a.hash and o.lifted_at is null
        and o.reason = s.reason and o.purpose is not distinct from s.purpose)`;
  await db`
    delete from suppressions t where resident_id = ${residentId} and (address_hash is null or lifted_at is not null or exists (
      select from suppressions o where o.resident_id is null and o.address_hash = t.address_hash and o.lifted_at is null
        and o.reason = t.reason and o.purpose is not distinct from t.purpose))`;
  await db`update suppressions set resident_id = null, note = null where resident_id = ${residentId}`;
}

/** Files of letters that have gone need not stay with somebody's letter in them. One that waits to be posted says to take the letter out. */
const dropPostedFiles = (db: Db, residentId: string) => db`
  update print_batches b set pdf = null, manifest = null
  from deliveries d join recipients r on r.id = d.recipient_id
  where r.resident_id = ${residentId} and d.print_batch_id = b.id and b.state = 'posted'`;

/** What is kept of their waves is out of date: it is built again from what stands. */
const outdateResults = (db: Db, residentId: string) => db`
  with theirs as (select distinct wave_id from frame_members where resident_id = ${residentId}), gone as (
    delete from result_columns c using theirs where c.wave_id = theirs.wave_id)
  update waves w set answers_revision = answers_revision + 1 from theirs where w.id = theirs.wave_id`;

/** Tenancies that somebody is the last person of, and that no survey is counted by. */
const lastHomes = (db: Db, residentId: string) => db<{ id: string }[]>`
  select distinct m.household_id as id from household_members m where m.resident_id = ${residentId}
    and not exists (select from household_members o where o.household_id = m.household_id and o.resident_id <> m.resident_id)`;

const dropHomes = (db: Db, ids: readonly string[]) => db`
  delete from households h where h.id = any(${[...ids]}::uuid[])
    and not exists (select from frame_members f where f.household_id = h.id)
    and not exists (select from household_members m where m.household_id = h.id)`;

/**
 * Erases one person, as the list of holdings says for each table. Call it in one transaction, with the resident locked. Gives how many rows of each
 * table were taken away or blanked.
 */
export async function eraseResident(db: Db, keys: AddressKeys, residentId: string): Promise<Record<string, number>> {
  await outdateResults(db, residentId);
  await keepStops(db, keys, residentId);
  await dropPostedFiles(db, residentId);
  const homes = await lastHomes(db, residentId);
  const counts: Record<string, number> = {};
  for (const { table, whose, erase } of holdings) {
    if (erase.does === 'keep' || erase.does === 'apart') continue;
    const statement =
      erase.does === 'delete'
        ? `delete from "${table}" t where ${whose}`
        : `update "${table}" t set ${erase.set} where ${whose}`;
    counts[table] = (await db.unsafe(statement, [residentId])).count;
  }
  await dropHomes(
    db,
    homes.map(({ id }) => id),
  );
  return counts;
}
