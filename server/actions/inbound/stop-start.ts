import { addressHash, addressKeys } from '../../../db/address-hash.ts';
import { addStops, endContact, liftStops, lockResidents } from '../../../db/commands/stop.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { dispositions, forward } from '../../../surveys/fieldwork/disposition.ts';
import type { Deps } from '../../deps.ts';
import type { Choice } from './choose-survey.ts';
import { keepText, type Texting } from './keep-text.ts';
import { textSpeaker } from './text-turn.ts';

const refusedYields = dispositions.filter((each) => each !== 'refused' && forward(each, 'refused') === 'refused');

export interface Stop {
  /** The number or address that said it, which is then left alone whoever uses it; null for a resident only. */
  address: string | null;
  residentIds: readonly string[];
  purpose: string;
  reason: 'stop' | 'unsubscribe';
  /** How, in the ledger's words: "texted STOP". */
  how: string;
}

/** Stops a purpose for an address and for residents on every way, and cancels what is due. Call it within a transaction. */
export async function stopContact(
  tx: Db,
  deps: Deps,
  { address, residentIds, purpose, reason, how }: Stop,
): Promise<void> {
  const at = deps.clock.now();
  const hash = address === null ? null : await addressHash(await addressKeys(deps.env.secret), address);
  await lockResidents(tx, residentIds);
  const rows = [
    ...(hash === null ? [] : [{ id: deps.newId(), addressHash: hash, residentId: null }]),
    ...residentIds.map((residentId) => ({ id: deps.newId(), addressHash: null, residentId })),
  ];
  const note = address?.startsWith('+') ? address.slice(-3) : null;
  await addStops(tx, { rows, purpose, reason, note, at, by: 'resident', until: null });
  await endContact(tx, {
    residentIds,
    purpose,
    at,
    why: `${how}, so cancelled`,
    disposition: 'refused',
    yields: refusedYields,
  });
}

/** Who said it: the one we last texted, else everyone who uses the number. */
function saidBy({ context }: Texting): { residentIds: string[]; purpose: string; language: string } {
  const [last] = [...context.surveys]
    .filter(({ lastKind, residentId }) => lastKind !== null && residentId !== null)
    .sort((a, b) => (b.lastAt ?? '').localeCompare(a.lastAt ?? ''));
  const everyone = context.residents.map(({ id }) => id);
  const language = last?.response?.interview.language ?? last?.language ?? context.residents[0]?.language ?? 'en';
  return {
    residentIds: last?.residentId ? [last.residentId] : everyone,
    purpose: last?.purpose ?? 'research',
    language,
  };
}

/** STOP: this number for everyone who uses it, and the purpose for its resident on every way. */
export async function stopNumber(texting: Texting, choice: Choice): Promise<string | null> {
  const { deps, text, context } = texting;
  const { residentIds, purpose, language } = saidBy(texting);
  const reply = text.answeredByProvider ? null : textSpeaker(context.landlord, language)('sms.stop');
  const survey = 'candidate' in choice ? choice.candidate.survey : null;
  await transaction(deps.db, async (tx) => {
    await stopContact(tx, deps, { address: text.from, residentIds, purpose, reason: 'stop', how: 'texted STOP' });
    await keepText(texting, { done: 'stopped', survey, reply, why: null, urgent: false, language }, tx);
  });
  return reply;
}

/** START: lifts what STOP from this number did. Gives null when there was nothing to lift, and then nothing is kept. */
export async function startAgain(texting: Texting): Promise<{ reply: string | null } | null> {
  const { deps, text, context } = texting;
  const hash = await addressHash(await addressKeys(deps.env.secret), text.from);
  const residentIds = context.residents.map(({ id }) => id);
  const language = context.residents[0]?.language ?? 'en';
  const reply = text.answeredByProvider ? null : textSpeaker(context.landlord, language)('sms.start');
  return transaction(deps.db, async (tx) => {
    await lockResidents(tx, residentIds);
    const lifted = await liftStops(tx, { addressHash: hash, residentIds, at: deps.clock.now(), by: 'resident' });
    if (lifted === 0) return null;
    await keepText(texting, { done: 'started', survey: null, reply, why: null, urgent: false, language }, tx);
    return { reply };
  });
}
