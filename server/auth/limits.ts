import type { Db } from '../../db/connect.ts';
import { problems } from '../problem.ts';

const windowMs = 15 * 60_000;

/** Something that is counted, and how often it may go wrong in a window of 15 minutes. */
export interface Limit {
  key: string;
  most: number;
}

/** Wrong tries from one address (an office shares one), and for one account. */
const most = { address: 30, account: 10 } as const;

/** The limits of one kind of try: `sign-in`, `code`, `password`. */
export const triesOf = (kind: string, { address, account }: { address: string; account?: string }): Limit[] => [
  { key: `${kind}:address:${address}`, most: most.address },
  ...(account === undefined ? [] : [{ key: `${kind}:account:${account}`, most: most.account }]),
];

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

/** True the first time something is used in a window: a code that was right once is not right again. */
export const firstUse = async (db: Db, key: string, now: Date): Promise<boolean> =>
  (await take(db, key, now.getTime())).count === 1;

/**
 * Runs one try. It is counted before it is made and given back when it was right, so that only wrong ones add up.
 * Throws `too_many` past one of the limits.
 */
export async function limited<T>(db: Db, tries: readonly Limit[], now: Date, tryIt: () => Promise<T>): Promise<T> {
  const at = now.getTime();
  for (const limit of tries) {
    const { count, since } = await take(db, limit.key, at);
    if (count > limit.most) throw problems.tooMany(Math.ceil((since + windowMs - at) / 1000));
  }
  const result = await tryIt();
  await db`update rate_limit set count = greatest(count - 1, 0) where key in ${db(tries.map(({ key }) => key))}`;
  return result;
}
