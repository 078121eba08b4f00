import { type CodePage, surveyByCode } from '../../../db/queries/survey.ts';
import { readCode } from '../../../surveys/fieldwork/code.ts';
import { countWrongCode } from '../../actions/code/count-wrong.ts';
import { sha256 } from '../../auth/hash.ts';
import type { Deps } from '../../deps.ts';
import type { AppContext } from '../route.ts';
import { deviceOf } from './visit.ts';

/** Codes that may be mistyped: of 10^11 codes, 2,000 wrong tries open less than one in a hundred thousand. */
export const codeLimits = {
  windowMinutes: 15,
  /** From one address. Many people may share one. */
  perAddress: 20,
  /** From all addresses together; past it an address may mistype only a few. */
  overall: 2_000,
  perAddressUnderAttack: 3,
} as const;

export type Opened = CodePage & {
  outcome: 'open' | 'unknown' | 'too_many';
  /** This device has answered something at some time. */
  hasDevice: boolean;
};

const allAddresses = 'all addresses';

interface Hashes {
  addressHash: string;
  allHash: string;
}

/** Hashes of the addresses of late: the pages of one visit come from one address. */
const remembered = new WeakMap<Deps['env'], Map<string, Hashes>>();
const mostRemembered = 5_000;

async function hashes({ env }: Deps, address: string): Promise<Hashes> {
  const known = remembered.get(env) ?? new Map<string, Hashes>();
  remembered.set(env, known);
  const before = known.get(address);
  if (before) return before;
  const [addressHash, allHash] = await Promise.all([
    sha256(`${env.secret} codes ${address}`),
    sha256(`${env.secret} codes ${allAddresses}`),
  ]);
  if (known.size >= mostRemembered) known.clear();
  known.set(address, { addressHash, allHash });
  return { addressHash, allHash };
}

const isOver = ({ tries, allTries }: { tries: number; allTries: number }) =>
  tries >= (allTries >= codeLimits.overall ? codeLimits.perAddressUnderAttack : codeLimits.perAddress);

/**
 * Opens the survey of a code as typed. Past the limit of an address even a right code opens nothing, but on the device that
 * answered before: otherwise guessing would cost nothing. A code that cannot be one takes the same two statements as one we do not know.
 */
export async function openCode(c: AppContext, deps: Deps, typed: string): Promise<Opened> {
  const now = deps.clock.now();
  const window = { now, since: new Date(now.getTime() - codeLimits.windowMinutes * 60_000) };
  const keys = await hashes(deps, c.get('address'));
  const device = deviceOf(c);
  const hasDevice = device !== null;
  const page = await surveyByCode(deps.db, { code: readCode(typed), device, ...keys, ...window });
  if (isOver(page) && !page.knownDevice) return { ...page, survey: null, outcome: 'too_many', hasDevice };
  if (page.survey) return { ...page, outcome: 'open', hasDevice };
  await countWrongCode(deps, { ...keys, ...window }, codeLimits.overall);
  return { ...page, outcome: 'unknown', hasDevice };
}
