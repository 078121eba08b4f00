import { addressKeys } from '../../../db/address-hash.ts';
import { insertDeliveries, type NewDelivery } from '../../../db/commands/deliveries.ts';
import { insertPackRecipients } from '../../../db/commands/groups.ts';
import { insertMailing } from '../../../db/commands/waves.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { type Member, membersOf } from '../../../db/queries/groups.ts';
import { itemsOf, type MeetingRow, papersOf } from '../../../db/queries/meetings.ts';
import { packChecks } from '../../../surveys/groups/pack.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';
import { wayOf } from '../group/see.ts';
import { landlordToday } from '../today.ts';
import { openMeeting } from './plan.ts';

async function mustBeReady(tx: Db, deps: Deps, meeting: MeetingRow, members: readonly Member[]): Promise<void> {
  const [items, papers] = [await itemsOf(tx, meeting.id), await papersOf(tx, meeting.id)];
  const facts = { ...meeting, group: meeting.groupName, items, papers };
  const against = packChecks(facts, await landlordToday(tx, deps), members.length);
  if (against.length > 0) throw problems.conflict('pack_refused', against.join(' '));
}

interface Addressed {
  id: string;
  member: Member;
}

/** The first attempt for each member who can be reached; the others stand as recipients whom nothing was sent. */
const deliveriesOf = (deps: Deps, recipients: readonly Addressed[], at: Date): NewDelivery[] =>
  recipients.flatMap(({ id, member }) => {
    const channel = wayOf(member);
    const { language, format } = member;
    if (channel === null) return [];
    return [
      { id: deps.newId(), recipientId: id, step: 0, attempt: 1, channel, kind: 'pack', dueAt: at, language, format },
    ];
  });

async function send(tx: Db, deps: Deps, actor: Actor, meetingId: string): Promise<number> {
  const at = deps.clock.now();
  const meeting = await openMeeting(tx, meetingId);
  const all = await membersOf(tx, meeting.groupId, await addressKeys(deps.env.secret), at);
  const members = all.filter(({ pausedUntil }) => pausedUntil === null);
  await mustBeReady(tx, deps, meeting, members);
  const mailingId = deps.newId();
  await insertMailing(tx, { id: mailingId, kind: 'pack', purpose: 'service', meetingId, by: actor.name, at });
  const recipients = members.map((member) => ({ id: deps.newId(), member }));
  const rows = recipients.map(({ id, member: { residentId, language, format } }) => ({
    id,
    residentId,
    language,
    format,
  }));
  await insertPackRecipients(tx, mailingId, rows);
  const deliveries = deliveriesOf(deps, recipients, at);
  await insertDeliveries(tx, deliveries, at);
  const detail = { recipients: recipients.length, deliveries: deliveries.length };
  await audit(tx, deps, actor, { action: 'meeting.send_pack', subject: meetingId, detail });
  return recipients.length;
}

/**
 * Sends the pack of a meeting to every member of its group, but those who take a break, by their own way, through the ledger of deliveries; once.
 * Throws `not_found`, `pack_sent` and `pack_refused`.
 */
export async function sendPack(deps: Deps, actor: Actor, meetingId: string): Promise<number> {
  const recipients = await transaction(deps.db, (tx) => send(tx, deps, actor, meetingId));
  deps.wake();
  return recipients;
}
