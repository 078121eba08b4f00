import type { Disposition } from '../../surveys/fieldwork/disposition.ts';
import type { AnswerValue, State } from '../../surveys/interview/types.ts';
import type { Mode } from '../../surveys/mode.ts';
import type { Db } from '../connect.ts';
import { hashOfSecret } from '../queries/survey.ts';
import { type InboundRow, insertInbound, insertReply, type ReplyRow } from './inbound.ts';

/** An answer that gives way to another. */
export interface ChangeRow {
  id: string;
  questionId: string;
  was: AnswerValue;
  mode: Mode;
  by: string | null;
}

/** A photo as it is kept. */
export interface UploadRow {
  id: string;
  questionId: string;
  type: string;
  content: Uint8Array;
}

/** One turn of an interview as it is to be saved. */
export interface Turn {
  invitationId: string;
  frameMemberId: string;
  waveId: string;
  versionId: string;
  editionRevisionId: string | null;
  responseId: string;
  /** The revision this turn was made from; 0 when there was no response. */
  revision: number;
  interview: State;
  state: 'open' | 'complete';
  mode: Mode;
  /** A photo that is an answer of this turn; null when there is none. */
  upload: UploadRow | null;
  /** The secret of the device that answers; the first one is remembered. */
  device: string | null;
  at: Date;
  changes: readonly ChangeRow[];
  /** The outcome this turn leads to, and the outcomes that give way to it. */
  disposition: Disposition;
  yields: readonly Disposition[];
  /** Why what is still due is cancelled ("answered by web"); null while the interview is open. */
  cancel: string | null;
}

/** What comes with a turn that came as a message: the message, and our reply to it. */
export interface TurnMessage {
  inbound: InboundRow;
  reply: ReplyRow | null;
}

const insertResponse = (db: Db, turn: Turn) => db`
  insert into responses (id, wave_id, frame_member_id, version_id, edition_revision_id, language, state, started_mode,
    started_at, updated_at, completed_at, interview, device_hash, revision)
  values (${turn.responseId}, ${turn.waveId}, ${turn.frameMemberId}, ${turn.versionId}, ${turn.editionRevisionId},
    ${turn.interview.language}, ${turn.state}, ${turn.mode}, ${turn.at}, ${turn.at},
    ${turn.state === 'complete' ? turn.at : null}, ${JSON.stringify(turn.interview)}::text::jsonb, ${hashOfSecret(db, turn.device)}, 1)
  on conflict (frame_member_id) do nothing
  returning id`;

const updateResponse = (db: Db, turn: Turn) => db`
  update responses set interview = ${JSON.stringify(turn.interview)}::text::jsonb, state = ${turn.state},
    language = ${turn.interview.language}, edition_revision_id = coalesce(${turn.editionRevisionId}, edition_revision_id),
    updated_at = ${turn.at}, completed_at = coalesce(completed_at, ${turn.state === 'complete' ? turn.at : null}),
    device_hash = coalesce(device_hash, ${hashOfSecret(db, turn.device)}), revision = revision + 1
  where id = ${turn.responseId} and revision = ${turn.revision}
  returning id`;

const insertChanges = (db: Db, turn: Turn) => db`
  , changed as (
    insert into answer_changes (id, response_id, question_id, was, mode, at, by)
    select c.id, saved.id, c."questionId", c.was, c.mode, ${turn.at}, c.by
    from saved, jsonb_to_recordset(${JSON.stringify(turn.changes)}::text::jsonb)
      as c(id uuid, "questionId" text, was jsonb, mode text, by text)
  )`;

const insertUpload = (db: Db, { id, questionId, type, content }: UploadRow, at: Date) => db`
  , uploaded as (
    insert into uploads (id, response_id, question_id, content_type, size, content, at)
    select ${id}, saved.id, ${questionId}, ${type}, ${content.length}, ${content}, ${at} from saved
  )`;

/** Nothing more goes out, unless the plan has a step for those who answered. */
const cancelDue = (db: Db, turn: Turn) => db`
  , cancelled as (
    update deliveries set status = 'cancelled', next_action = ${turn.cancel} from saved
    where recipient_id = ${turn.invitationId} and status = 'due' and kind in ('invitation', 'reminder')
  )`;

const moveInvitation = (db: Db, turn: Turn) => db`
  , moved as (
    update invitations i set disposition = ${turn.disposition}, disposition_at = ${turn.at},
      next_at = case when ${turn.cancel === null} or exists (
        select from waves w, jsonb_array_elements(w.plan -> 'steps') s
        where w.id = ${turn.waveId} and s -> 'onlyIfNotAnswered' = 'false') then i.next_at end
    from saved where i.id = ${turn.invitationId} and i.disposition = any(${[...turn.yields]})
  )`;

/**
 * Holds the response of a frame member until the transaction ends. The response comes before the invitation, as where a turn is
 * saved, so that nobody waits in a ring.
 */
export const lockResponse = (db: Db, frameMemberId: string) => db`
  select from responses where frame_member_id = ${frameMemberId} for update`;

/**
 * Saves one turn and all that hangs on it, in one statement: the answers, what they replaced, the outcome, what is no
 * longer to be sent, and the message it came by with our reply. Columns kept of a closed wave are out of date after it;
 * those of an open wave are never kept, and its row is left alone, so that all may answer at once.
 * Gives false, and changes nothing, when somebody else answered since this turn was made.
 * Throws 23505 when the message was taken in before.
 */
export async function saveTurn(db: Db, turn: Turn, message: TurnMessage | null): Promise<boolean> {
  const [row] = await db<{ saved: number }[]>`
    with saved as (${turn.revision === 0 ? insertResponse(db, turn) : updateResponse(db, turn)})
    ${turn.changes.length > 0 ? insertChanges(db, turn) : db``}
    ${turn.upload ? insertUpload(db, turn.upload, turn.at) : db``}
    ${turn.yields.length > 0 ? moveInvitation(db, turn) : db``}
    ${turn.cancel === null ? db`` : cancelDue(db, turn)}
    ${message ? db`, heard as (${insertInbound(db, message.inbound, db`from saved`)})` : db``}
    ${message?.reply ? db`, said as (${insertReply(db, message.reply, db`from saved`)})` : db``}
    , outdated as (
      update waves set answers_revision = answers_revision + 1 from saved
      where waves.id = ${turn.waveId} and waves.status <> 'open'
    )
    select count(*) as saved from saved`;
  return row?.saved === 1;
}
