import type { Db } from '../../db/connect.ts';
import { problems } from '../problem.ts';

/** Wrong passwords in a window of 15 minutes: from one address (an office shares one), and for one account. */
const most = { address: 30, account: 10 } as const;
const windowMs = 15 * 60_000;

interface Taken {
  count: number;
  since: number;
}

/** Counts one try and gives how many there were in this window. One statement, so that tries at one instant are all counted. */
async function take(db: Db, key: string, now: number): Promise<Taken> {
  const [row] = await db<{ count: number; lastRequest: string }[]>`
    insert into rate_limit as was (id, key, count, last_request) values (${key}, ${key}, 1, ${now})
    on conflict (key) do update set
      count = case when was.last_request <= ${now - windowMs} then 1 else was.count + 1 end,
      last_request = case when was.last_request <= ${now - windowMs} then ${now} else was.last_request end
    returning count, last_request`;
  return { count: row?.count ?? 1, since: Number(row?.lastRequest ?? now) };
}

/**
 * Runs one try to sign in. A try is counted before it is made and given back when it was right, so that only wrong ones add up.
 * Throws `too_many` past the limit of the address or of the account.
 */
export async function limited<T>(
  db: Db,
  { address, account }: { address: string; account: string },
  now: Date,
  tryIt: () => Promise<T>,
) {
  const at = now.getTime();
  for (const [kind, who] of [
    ['address', address],
    ['account', account],
  ] as const) {
    const { count, since } = await take(db, `sign-in:${kind}:${who}`, at);
    if (count > most[kind]) throw problems.tooMany(Math.ceil((since + windowMs - at) / 1000));
  }
  const result = await tryIt();
  await db`update rate_limit set count = greatest(count - 1, 0) where key in (${`sign-in:address:${address}`}, ${`sign-in:account:${account}`})`;
  return result;
}
