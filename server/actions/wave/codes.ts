import { addressKeys } from '../../../db/address-hash.ts';
import { spendCodes } from '../../../db/commands/frame.ts';
import type { Db } from '../../../db/connect.ts';
import { newCode } from '../../../surveys/fieldwork/code.ts';
import type { Deps } from '../../deps.ts';

/** Marks codes as given out, for all time. Gives those that nobody ever had. */
export const giveOut = async ({ env }: Pick<Deps, 'env'>, tx: Db, codes: readonly string[]): Promise<string[]> =>
  spendCodes(tx, codes, await addressKeys(`codes ${env.secret}`));

/** Codes that nobody ever had. Of 10^11 there are, a few of a large wave may be taken: those are made again. */
export async function freshCodes(deps: Deps, tx: Db, count: number): Promise<string[]> {
  const codes: string[] = [];
  while (codes.length < count) {
    const made = Array.from({ length: count - codes.length }, () => newCode(deps.random));
    codes.push(...(await giveOut(deps, tx, made)));
  }
  return codes;
}
