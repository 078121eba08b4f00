import { addressHash, addressKeys } from '../../../db/address-hash.ts';
import { refreshDispositions } from '../../../db/commands/dispositions.ts';
import {
  addStops,
  endContact,
  type Lifted,
  liftStops,
  lockResidents,
  restoreContact,
} from '../../../db/commands/stop.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import type { Survey } from '../../../db/queries/survey.ts';
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
  /** Its hash, where that is known already. */
  hash?: string;
  residentIds: readonly string[];
  purpose: string;
  reason: 'stop' | 'unsubscribe';
  /** How, in the ledger's words: "texted STOP". */
  how: string;
  /** The moment by which it can be undone; now when left out. */
  at?: Date;
}

/** Stops a purpose for an address and for residents on every way, and cancels what is due. Call it within a transaction. */
export async function stopContact(
  tx: Db,
  deps: Deps,
  { address, hash: known, residentIds, purpose, reason, how, at = deps.clock.now() }: Stop,
): Promise<void> {
  const hash = address === null ? null : (known ?? (await addressHash(await addressKeys(deps.env.secret), address)));
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
    how,
    disposition: 'refused',
    yields: refusedYields,
  });
}

/** Gives back what lifted stops had ended: who is asked again, and stands where they stood. Call it within the transaction that lifted them. */
export async function giveBack(tx: Db, lifted: readonly Lifted[], now: Date): Promise<void> {
  await refreshDispositions(tx, await restoreContact(tx, lifted, now), now);
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

/** The one person meant, so that it stands on their page; null where it could be several. */
const onlyOne = (ids: readonly (string | null)[]): string | null => {
  const people = new Set(ids.filter((id) => id !== null));
  return people.size === 1 ? ([...people][0] ?? null) : null;
};

/** What was stopped, as we say it back; the number itself gets no more texts of any kind. */
const stopped = (purpose: string) => (purpose === 'service' ? 'sms.stop_service' : 'sms.stop');

/** STOP: this number for everything and everyone who uses it, and what it was last texted about for its resident on every way. */
export async function stopNumber(texting: Texting, choice: Choice): Promise<string | null> {
  const { deps, text, fromHash, context } = texting;
  const { residentIds, purpose, language } = await saidBy(texting);
  const reply = text.answeredByProvider ? null : textSpeaker(context.landlord, language)(stopped(purpose));
  const survey = 'candidate' in choice ? choice.candidate.survey : null;
  await transaction(deps.db, async (tx) => {
    await stopContact(tx, deps, {
      address: text.from,
      hash: fromHash,
      residentIds,
      purpose,
      reason: 'stop',
      how: 'texted STOP',
    });
    const from = onlyOne(residentIds);
    await keepText(texting, { done: 'stopped', survey, from, reply, why: null, urgent: false, language }, tx);
  });
  return reply;
}

/**
 * START: lifts what STOP from this number did, gives back what that ended, and asks the open question again (`open`, with its survey).
 * Gives null when there was nothing to lift, and then nothing is kept.
 */
export async function startAgain(
  texting: Texting,
  open: { survey: Survey; question: string | null } | null,
): Promise<{ reply: string | null } | null> {
  const { deps, text, fromHash, context } = texting;
  const residentIds = context.residents.map(({ id }) => id);
  const language = open?.survey.response?.interview.language ?? context.residents[0]?.language ?? 'en';
  const welcome = text.answeredByProvider ? null : textSpeaker(context.landlord, language)('sms.start');
  const reply = welcome && [welcome, open?.question ?? null].filter((part) => part !== null).join('\n');
  return transaction(deps.db, async (tx) => {
    await lockResidents(tx, residentIds);
    const now = deps.clock.now();
    const lifted = await liftStops(tx, { addressHash: fromHash, at: now, by: 'resident' });
    if (lifted.length === 0) return null;
    await giveBack(tx, lifted, now);
    const from = onlyOne(lifted.map(({ residentId }) => residentId));
    const survey = open?.survey ?? null;
    await keepText(texting, { done: 'started', survey, from, reply, why: null, urgent: false, language }, tx);
    return { reply };
  });
}
