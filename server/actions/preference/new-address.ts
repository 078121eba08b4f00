import { readNumber } from '../../../channels/sms/number.ts';
import { insertAudit } from '../../../db/commands/audit.ts';
import {
  askToConfirm,
  askToConfirmAgain,
  confirmedChange,
  dropContactChange,
} from '../../../db/commands/contact-changes.ts';
import { changeResident } from '../../../db/commands/residents.ts';
import { lockResidents } from '../../../db/commands/stop.ts';
import { insertMailing } from '../../../db/commands/waves.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { type ContactField, messagesAskedFor } from '../../../db/queries/contact-changes.ts';
import { residentById } from '../../../db/queries/residents.ts';
import type { Deps } from '../../deps.ts';

const resident = { actor: 'resident', actorName: 'The resident' } as const;
/** A change that nobody confirms is forgotten after so many days. */
export const contactChangeDays = 7;
/** Messages a resident may ask for in a day: each goes to an address that may be a stranger's. */
const mostInADay = 5;
const dayMs = 86_400_000;

/** Longer than any address (RFC 5321, section 4.5.3.1). */
const mostLetters = 254;

/** Reads a new number or address as typed; null when it is none. What passes is proved by a message, so only what cannot be one is refused. */
export function readContact(field: ContactField, typed: string): string | null {
  const text = typed.trim().slice(0, mostLetters);
  if (field === 'email') return /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(text) ? text.toLowerCase() : null;
  const read = readNumber(text);
  return read?.mobile ? read.number : null;
}

/** Whether a resident may ask for another message now. */
export const mayAsk = async (db: Db, { clock }: Pick<Deps, 'clock'>, residentId: string): Promise<boolean> =>
  (await messagesAskedFor(db, residentId, new Date(clock.now().getTime() - dayMs))) < mostInADay;

const expiry = ({ clock }: Deps) => new Date(clock.now().getTime() + contactChangeDays * dayMs);

/**
 * Asks somebody to confirm a new number or address by a message there; until then the old one is used. A second wish takes the place of
 * the first. False when they have asked for too many messages today.
 */
export async function askForNewAddress(
  deps: Deps,
  residentId: string,
  { field, address }: { field: ContactField; address: string },
): Promise<boolean> {
  const at = deps.clock.now();
  const asked = await transaction(deps.db, async (tx) => {
    await lockResidents(tx, [residentId]);
    const person = await residentById(tx, residentId);
    await dropContactChange(tx, residentId, field);
    if (!person || person[field] === address) return true;
    if (!(await mayAsk(tx, deps, residentId))) return false;
    const mailingId = deps.newId();
    await insertMailing(tx, { id: mailingId, kind: 'confirmation', purpose: 'service', by: 'resident', at });
    const ids = { id: deps.newId(), mailingId, recipientId: deps.newId(), deliveryId: deps.newId() };
    await askToConfirm(tx, { ...ids, residentId, field, address, at, expiresAt: expiry(deps) });
    await insertAudit(tx, { at, ...resident, action: 'resident.ask_address', subject: residentId, detail: { field } });
    return true;
  });
  deps.wake();
  return asked;
}

/** Sends the message once more. False when they have asked for too many today. */
export async function askAgain(deps: Deps, residentId: string, field: ContactField): Promise<boolean> {
  const sent = await transaction(deps.db, async (tx) => {
    await lockResidents(tx, [residentId]);
    if (!(await mayAsk(tx, deps, residentId))) return false;
    const again = { id: deps.newId(), residentId, field, at: deps.clock.now(), expiresAt: expiry(deps) };
    await askToConfirmAgain(tx, again);
    return true;
  });
  deps.wake();
  return sent;
}

/** Takes the wish back: the old number or address stays, and what still waits is not sent. */
export async function keepOldAddress(deps: Deps, residentId: string, field: ContactField): Promise<void> {
  await transaction(deps.db, async (tx) => {
    await lockResidents(tx, [residentId]);
    await dropContactChange(tx, residentId, field);
    const entry = { action: 'resident.keep_address', subject: residentId, detail: { field } };
    await insertAudit(tx, { at: deps.clock.now(), ...resident, ...entry });
  });
}

/** The link at the new address was opened and its button pressed: it is used from now on, and no import changes it. False when the wish is gone. */
export async function confirmNewAddress(deps: Deps, residentId: string, changeId: string): Promise<boolean> {
  const at = deps.clock.now();
  return transaction(deps.db, async (tx) => {
    await lockResidents(tx, [residentId]);
    const change = await confirmedChange(tx, changeId, residentId, at);
    if (change === null) return false;
    await changeResident(tx, residentId, { [change.field]: change.address }, at);
    const detail = { fields: [change.field] };
    await insertAudit(tx, { at, ...resident, action: 'resident.change', subject: residentId, detail });
    return true;
  });
}
