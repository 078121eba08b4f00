import type { Db } from '../connect.ts';

/** Names of every panel and group. */
export const groupNames = async (db: Db): Promise<string[]> =>
  (await db<{ name: string }[]>`select name from groups`).map(({ name }) => name);
