import type { Db } from '../connect.ts';

interface FailedTry {
  addressHash: string;
  allHash: string;
  now: Date;
  /** Windows that began before this are over. */
  since: Date;
}

/**
 * Counts one code that opened nothing, for its address and for all. Gives both counts of the open window.
 * Rows are taken in the order of their keys, so that two tries never wait for each other.
 */
export async function countFailedTry(db: Db, { addressHash, allHash, now, since }: FailedTry) {
  const hashes = JSON.stringify([addressHash, allHash].sort());
  const rows = await db<{ addressHash: string; tries: number }[]>`
    insert into code_attempts (address_hash, window_start, tries)
    select hash, ${now}, 1 from jsonb_array_elements_text(${hashes}::text::jsonb) hash
    on conflict (address_hash) do update set
      tries = case when code_attempts.window_start > ${since} then code_attempts.tries + 1 else 1 end,
      window_start = case when code_attempts.window_start > ${since} then code_attempts.window_start else excluded.window_start end
    returning address_hash, tries`;
  const of = (hash: string) => rows.find((row) => row.addressHash === hash)?.tries ?? 0;
  return { tries: of(addressHash), allTries: of(allHash) };
}
