import {
  insertMeeting,
  type MeetingFields,
  type NewItem,
  saveItems,
  updateMeeting,
} from '../../../db/commands/groups.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { groupById } from '../../../db/queries/groups.ts';
import { type MeetingRow, meetingLocked, packSent } from '../../../db/queries/meetings.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { audit } from '../audit.ts';

export interface MeetingInput extends MeetingFields {
  items: readonly { title: string; summary: string }[];
}

const numbered = ({ items }: MeetingInput, { newId }: Deps): NewItem[] =>
  items.map((item, index) => ({ ...item, id: newId(), number: index + 1 }));

function mustAgree({ heldOn, commentsBy }: MeetingInput): void {
  if (commentsBy <= heldOn) return;
  throw problems.badInput([{ path: 'body.commentsBy', message: 'The last day for comments is after the meeting.' }]);
}

/** A meeting whose pack has not gone yet, held against others. Throws `not_found` and `pack_sent`. */
export async function openMeeting(tx: Db, id: string): Promise<MeetingRow> {
  const meeting = await meetingLocked(tx, id);
  if (!meeting) throw problems.notFound('meeting');
  if (await packSent(tx, id))
    throw problems.conflict('pack_sent', 'The papers have been sent. What members were sent stays as it is.');
  return meeting;
}

/** Plans a meeting with its agenda. Throws `not_found` and `bad_input`. */
export async function planMeeting(deps: Deps, actor: Actor, groupId: string, input: MeetingInput): Promise<string> {
  mustAgree(input);
  const id = deps.newId();
  await transaction(deps.db, async (tx) => {
    if (!(await groupById(tx, groupId))) throw problems.notFound('group');
    await insertMeeting(tx, { ...input, id, groupId, at: deps.clock.now() });
    await saveItems(tx, id, numbered(input, deps));
    await audit(tx, deps, actor, { action: 'meeting.plan', subject: id });
  });
  return id;
}

/** Changes a meeting and its agenda until the pack is sent. Throws `not_found`, `pack_sent` and `bad_input`. */
export async function changeMeeting(deps: Deps, actor: Actor, id: string, input: MeetingInput): Promise<void> {
  mustAgree(input);
  await transaction(deps.db, async (tx) => {
    await openMeeting(tx, id);
    await updateMeeting(tx, id, input);
    await saveItems(tx, id, numbered(input, deps));
    await audit(tx, deps, actor, { action: 'meeting.change', subject: id });
  });
}
