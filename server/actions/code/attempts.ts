import { countTry } from '../../../db/commands/code-attempts.ts';
import { sha256 } from '../../auth/hash.ts';
import type { Deps } from '../../deps.ts';
import { networkOf } from './network.ts';

/** Codes that may be mistyped: of 10^11 codes, 2,000 wrong tries open less than one in a hundred thousand. */
export const codeLimits = {
  windowMinutes: 15,
  /** From one address, or one telephone. Many people may share one. */
  perAddress: 20,
  /** From everywhere together; past it only the device that answered a survey opens it. */
  overall: 2_000,
  /** From everywhere together; more than a whole landlord mistypes, so somebody is told. */
  alarm: 200,
} as const;

/** What tries are counted under: the address they came from, and all addresses together. */
export interface TryKeys {
  addressHash: string;
  allHash: string;
}

/** The window that is open at a moment. */
export interface TryWindow {
  now: Date;
  /** Windows that began before this are over. */
  since: Date;
}

/** Hashes of the addresses of late: the pages of one visit come from one address. */
const remembered = new WeakMap<Deps['env'], Map<string, Promise<string>>>();
const mostRemembered = 5_000;

function hashOf({ env }: Pick<Deps, 'env'>, what: string): Promise<string> {
  const known = remembered.get(env) ?? new Map<string, Promise<string>>();
  remembered.set(env, known);
  const hash = known.get(what) ?? sha256(`${env.secret} codes ${what}`);
  if (known.size >= mostRemembered) known.clear();
  known.set(what, hash);
  return hash;
}

/** The key of all tries together. */
export const allTriesKey = (deps: Pick<Deps, 'env'>): Promise<string> => hashOf(deps, 'all addresses');

/** The keys of a network address, or of a telephone number. */
export async function tryKeys(deps: Pick<Deps, 'env'>, from: string): Promise<TryKeys> {
  const [addressHash, allHash] = await Promise.all([hashOf(deps, networkOf(from)), allTriesKey(deps)]);
  return { addressHash, allHash };
}

export function tryWindow({ clock }: Pick<Deps, 'clock'>): TryWindow {
  const now = clock.now();
  return { now, since: new Date(now.getTime() - codeLimits.windowMinutes * 60_000) };
}

/** Whether tries counted before this one leave room for it. */
export function standOf({ tries, allTries }: { tries: number; allTries: number }): 'free' | 'too_many' | 'stopped' {
  if (allTries >= codeLimits.overall) return 'stopped';
  return tries >= codeLimits.perAddress ? 'too_many' : 'free';
}

/** Raises the alarm once when wrong tries reach a number that no landlord mistypes, and once when new devices are stopped. */
export function watchTries({ log }: Pick<Deps, 'log'>, allTries: number): void {
  if (allTries === codeLimits.alarm || allTries === codeLimits.overall) log.warn('codes_guessed', { count: allTries });
}

/** New links that may be asked for from one address in a window; each may send a message. */
const linksPerAddress = 5;

/** Counts a wish for a new link, apart from codes. False when too many came from this address. */
export async function countLinkWish(deps: Pick<Deps, 'env' | 'clock' | 'db'>, from: string): Promise<boolean> {
  const [addressHash, allHash] = await Promise.all([
    hashOf(deps, `links ${networkOf(from)}`),
    hashOf(deps, 'links from all addresses'),
  ]);
  const { tries } = await countTry(deps.db, { addressHash, allHash, ...tryWindow(deps) });
  return tries <= linksPerAddress;
}
