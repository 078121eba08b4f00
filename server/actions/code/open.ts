import { type CodePage, tryCode } from '../../../db/commands/code-attempts.ts';
import { readCode } from '../../../surveys/fieldwork/code.ts';
import type { Deps } from '../../deps.ts';
import { codeLimits, standOf, tryKeys, tryWindow, watchTries } from './attempts.ts';

export type OpenedCode = CodePage & { outcome: 'open' | 'unknown' | 'too_many' | 'stopped' };

/** Who tries a code: where from, and the secret of their device when it ever answered. */
export interface Trier {
  address: string;
  device: string | null;
}

/**
 * Opens the survey of a code as typed. A code that opens nothing is counted in the very statement that looks for it, so that
 * tries at one instant are not all free. Past the limits even a right code opens nothing, but on the device that answered
 * before: otherwise guessing would cost nothing.
 */
export async function openCode(deps: Deps, typed: string, { address, device }: Trier): Promise<OpenedCode> {
  const keys = await tryKeys(deps, address);
  const page = await tryCode(deps.db, { code: readCode(typed), device, ...keys, ...tryWindow(deps), ...codeLimits });
  if (page.counted) watchTries(deps, page.allTries + 1);
  const stand = page.knownDevice ? 'free' : standOf(page);
  if (stand !== 'free') return { ...page, survey: null, outcome: stand };
  return { ...page, outcome: page.survey ? 'open' : 'unknown' };
}
