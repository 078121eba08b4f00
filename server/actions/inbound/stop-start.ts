import { addressHash, addressKeys } from '../../../db/address-hash.ts';
import { addStops, endContact, liftStops, lockResidents } from '../../../db/commands/stop.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { lastTexted } from '../../../db/queries/texting.ts';
import { dispositions, forward } from '../../../surveys/fieldwork/disposition.ts';
import type { Deps } from '../../deps.ts';
import type { Choice } from './choose-survey.ts';
import { keepText, type Texting } from './keep-text.ts';
import { textSpeaker } from './text-turn.ts';

const refusedYields = dispositions.filter((each) => each !== 'refused' && forward(each, 'refused') === 'refused');

export interface Stop {
  /** The number that said it, which is then left alone for everything, whoever uses it; null for a resident only. */
  address: string | null;
  residentIds: readonly string[];
  purpose: string;
  reason: 'stop' | 'unsubscribe';
  /** How, in the ledger's words: "texted STOP". */
  how: string;
  /** The moment by which it can be undone; now when left out. */
  at?: Date;
}

/** What the ledger says of what a stop cancelled. */
export const stopWhy = (how: string) => `${how}, so cancelled`;

/** Stops a purpose for an address and for residents on every way, and cancels what is due. Call it within a transaction. */
export async function stopContact(
  tx: Db,
  deps: Deps,
  { address, residentIds, purpose, reason, how, at = deps.clock.now() }: Stop,
): Promise<void> {
  const hash = address === null ? null : await addressHash(await addressKeys(deps.env.secret), address);
  await lockResidents(tx, residentIds);
  const note = address?.startsWith('+') ? address.slice(-3) : null;
  const said = { reason, note, at, by: 'resident', until: null };
  const number = hash === null ? [] : [{ id: deps.newId(), addressHash: hash, residentId: null }];
  await addStops(tx, { ...said, rows: number, purpose: null });
  const people = residentIds.map((residentId) => ({ id: deps.newId(), addressHash: hash, residentId }));
  await addStops(tx, { ...said, rows: people, purpose });
  await endContact(tx, {
    residentIds,
    purpose,
    at,
    why: stopWhy(how),
    disposition: 'refused',
    yields: refusedYields,
  });
}

/** Who said it and of what: the one we last texted and what about, else everyone who uses the number, of surveys. */
async function saidBy({ deps, context, text }: Texting) {
  const last = await lastTexted(deps.db, text.from);
  const talked = context.surveys.find(({ residentId }) => residentId === last?.residentId)?.response?.interview
    .language;
  return {
    residentIds: last ? [last.residentId] : context.residents.map(({ id }) => id),
    purpose: last?.purpose ?? 'research',
    language: talked ?? last?.language ?? context.residents[0]?.language ?? 'en',
  };
}

/** What was stopped, as we say it back; the number itself gets no more texts of any kind. */
const stopped = (purpose: string) => (purpose === 'service' ? 'sms.stop_service' : 'sms.stop');

/** STOP: this number for everything and everyone who uses it, and what it was last texted about for its resident on every way. */
export async function stopNumber(texting: Texting, choice: Choice): Promise<string | null> {
  const { deps, text, context } = texting;
  const { residentIds, purpose, language } = await saidBy(texting);
  const reply = text.answeredByProvider ? null : textSpeaker(context.landlord, language)(stopped(purpose));
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
    const lifted = await liftStops(tx, { addressHash: hash, at: deps.clock.now(), by: 'resident' });
    if (lifted === 0) return null;
    await keepText(texting, { done: 'started', survey: null, reply, why: null, urgent: false, language }, tx);
    return { reply };
  });
}
