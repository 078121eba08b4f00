import { countFailedTry } from '../../../db/commands/code-attempts.ts';
import type { Deps } from '../../deps.ts';

type Tried = Parameters<typeof countFailedTry>[1];

/** Counts a code that opened nothing, for its address and for all; raises the alarm when all together reach `alarmAt`. */
export async function countWrongCode(deps: Deps, tried: Tried, alarmAt: number): Promise<void> {
  const { allTries } = await countFailedTry(deps.db, tried);
  if (allTries === alarmAt) deps.log.warn('codes_guessed', { count: allTries });
}
