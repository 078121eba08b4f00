import { insertMessage } from '../../../db/commands/contact-changes.ts';
import { insertRecipient } from '../../../db/commands/recipients.ts';
import { lockResidents } from '../../../db/commands/stop.ts';
import { insertMailing } from '../../../db/commands/waves.ts';
import { transaction } from '../../../db/connect.ts';
import { residentById } from '../../../db/queries/residents.ts';
import { oldToken } from '../../../db/queries/tokens.ts';
import { sha256 } from '../../auth/hash.ts';
import type { Deps } from '../../deps.ts';
import { countLinkWish } from '../code/attempts.ts';
import { mayAsk } from './new-address.ts';

/**
 * Sends a new link in place of one that has stopped working, by the way the old one came and only to the address on file. Whoever asks
 * is told the same whether or not there is anybody to send it to. False when too many were asked for from one address.
 */
export async function sendNewLink(deps: Deps, token: string, from: string): Promise<boolean> {
  if (!(await countLinkWish(deps, from))) return false;
  const old = await oldToken(deps.db, await sha256(token));
  if (old === null || old.scope === 'confirm') return true;
  await transaction(deps.db, async (tx) => {
    await lockResidents(tx, [old.residentId]);
    const person = await residentById(tx, old.residentId);
    const channel = old.channel ?? (person?.email ? 'email' : 'sms');
    if (!person?.[channel === 'sms' ? 'phone' : 'email'] || !(await mayAsk(tx, deps, old.residentId))) return;
    const at = deps.clock.now();
    const [mailingId, recipientId] = [deps.newId(), deps.newId()];
    const { meetingId } = old;
    await insertMailing(tx, { id: mailingId, kind: 'link', purpose: 'service', meetingId, by: 'resident', at });
    await insertRecipient(tx, { id: recipientId, mailingId, residentId: old.residentId });
    await insertMessage(tx, { id: deps.newId(), recipientId, channel, kind: 'link', at });
  });
  deps.wake();
  return true;
}
