import { addressHash, addressKeys } from '../../../db/address-hash.ts';
import { insertJoinMessage, insertJoinRequest } from '../../../db/commands/join-requests.ts';
import { transaction } from '../../../db/connect.ts';
import { askedTo, mustNotWrite } from '../../../db/queries/join-requests.ts';
import { landlordFacts } from '../../../db/queries/landlord.ts';
import type { Language } from '../../../surveys/language.ts';
import { sha256 } from '../../auth/hash.ts';
import type { Deps } from '../../deps.ts';
import { joinLimits } from './limits.ts';
import { confirmWords } from './words.ts';

/** What somebody filled in on our page, read. */
export interface PutForward {
  name: string;
  channel: 'sms' | 'email';
  address: string;
  postcode: string;
  topics: readonly string[];
  comfortLevel: number | null;
  language: Language;
}

const dayMs = 86_400_000;
/** Who does not confirm in this time is forgotten. */
export const confirmDays = 7;

const newToken = (deps: Deps) =>
  Array.from(deps.randomBytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * Keeps that somebody put themselves forward, and sends a link to confirm to the address they gave. Nothing here depends on whether we know
 * the address, but that one which must not be written to, or was written to often today, is not written to: nobody on the page can tell.
 */
export async function putForward(deps: Deps, given: PutForward): Promise<void> {
  const at = deps.clock.now();
  const token = newToken(deps);
  const id = deps.newId();
  const landlord = await landlordFacts(deps.db);
  const hash = await addressHash(await addressKeys(deps.env.secret), given.address);
  await transaction(deps.db, async (tx) => {
    const often = (await askedTo(tx, given.address, new Date(at.getTime() - dayMs))) >= joinLimits.toOneAddress;
    const never = await mustNotWrite(tx, given.address, hash, at);
    const expiresAt = new Date(at.getTime() + confirmDays * dayMs);
    await insertJoinRequest(tx, { id, ...given, tokenHash: await sha256(token), at, expiresAt });
    if (often || never || landlord === null) return;
    const link = `${deps.env.publicUrl}/join/${token}`;
    const message = { id: deps.newId(), joinRequestId: id, channel: given.channel, language: given.language, at };
    await insertJoinMessage(tx, { ...message, kind: 'join', ...confirmWords(landlord, given, link) });
  });
  deps.wake();
}
