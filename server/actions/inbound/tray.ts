import { stripReply } from '../../../channels/email/strip.ts';
import { insertComments } from '../../../db/commands/comments.ts';
import { giveMessage, liftStopsOf, placeComments, removeMadeComments, settleTray } from '../../../db/commands/tray.ts';
import { type Db, transaction } from '../../../db/connect.ts';
import { surveyById } from '../../../db/queries/survey.ts';
import { type TrayRow, trayRow, trayWaitingRows, urgentOwner } from '../../../db/queries/tray.ts';
import { hideCodes } from '../../../surveys/fieldwork/code.ts';
import { localDate } from '../../../surveys/fieldwork/dates.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { actorRef, audit } from '../audit.ts';
import { displayName } from '../resident/name.ts';
import { takeInput } from '../response/take-input.ts';
import { giveBack, stopContact } from './stop-start.ts';
import { traySentence } from './tray-reasons.ts';
import { possibleAnswers, suggestionsFor, textedAbout } from './tray-suggest.ts';

/** More than anybody reads at one sitting; the oldest come first, so none is forgotten. */
const mostShown = 100;

/** What waits for a person, danger words first, with what can be done about each. */
export async function seeTray(deps: Deps) {
  const rows = await trayWaitingRows(deps.db, mostShown);
  const about = await textedAbout(deps, rows);
  const items = await Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      channel: row.channel,
      from: row.fromAddress || row.people.map(displayName).join(' / '),
      subject: row.subject && hideCodes(row.subject),
      words: hideCodes(row.body),
      receivedAt: row.receivedAt,
      why: traySentence(row.trayReason),
      urgent: row.urgent,
      reply: row.reply && hideCodes(row.reply),
      suggestions: await suggestionsFor(deps, row, about),
    })),
  );
  return { owner: await urgentOwner(deps.db), items };
}

interface Doing {
  tx: Db;
  deps: Deps;
  actor: Actor;
  row: TrayRow;
  /** What the suggestion is about: a resident, an invitation, an item, a meeting. */
  id: string;
  now: Date;
}

const known = (found: boolean, what: string): void => {
  if (!found) throw problems.notFound(what);
};

const acts: Record<string, (doing: Doing) => Promise<unknown>> = {
  file: async () => undefined,
  stop: async ({ tx, deps, row, id, now }) => {
    known(
      row.people.some((person) => person.id === id),
      'resident',
    );
    await stopContact(tx, deps, {
      address: null,
      residentIds: [id],
      purpose: 'research',
      reason: 'stop',
      how: 'asked us to stop in a message',
      at: now,
    });
  },
  give: async ({ tx, row, id }) => {
    known(
      row.people.some((person) => person.id === id),
      'resident',
    );
    await giveMessage(tx, row.id, id);
  },
  place: async ({ tx, row, id }) => {
    known(
      row.items.some((item) => item.id === id),
      'agenda item',
    );
    await placeComments(tx, row.id, id);
  },
  comment: async ({ tx, deps, row, id }) => {
    const meeting = row.meetings.find((each) => each.id === id);
    if (!meeting) throw problems.notFound('meeting');
    const said = row.channel === 'email' ? stripReply(row.body) : { words: row.body, cut: '' };
    const residentId = row.residentId ?? (row.people.length === 1 ? (row.people[0]?.id ?? null) : null);
    await insertComments(tx, [
      {
        id: deps.newId(),
        meetingId: id,
        agendaItemId: null,
        residentId,
        mode: row.channel === 'email' ? 'email' : 'web',
        words: said.words || row.body,
        cut: said.words && said.cut,
        inboundMessageId: row.id,
        placed: 'by_hand',
        fromOtherAddress: false,
        late: localDate(row.receivedAt.getTime(), meeting.timeZone) > meeting.commentsBy,
        receivedAt: row.receivedAt,
      },
    ]);
  },
  answer: async ({ tx, deps, actor, row, id }) => {
    const inside = { ...deps, db: tx };
    const answers = await possibleAnswers(inside, row, await textedAbout(inside, [row]));
    const possible = answers.find(({ invitationId }) => invitationId === id);
    const survey = possible ? await surveyById(tx, id) : null;
    if (!possible || !survey) throw problems.notFound('open question for this answer');
    const input = { ...possible.input, question: possible.question };
    await takeInput(inside, survey, [input], { mode: 'text', by: actorRef(actor) });
  },
};

/** What takes each act back: a stop gives back what it cancelled. An answer taken stays: it is changed by keying, where what it was is kept. */
const undoes: Record<string, (doing: Doing) => Promise<unknown>> = {
  file: async () => undefined,
  stop: async ({ tx, actor, row, id, now }) => {
    if (row.trayDoneAt === null) return;
    await giveBack(tx, await liftStopsOf(tx, id, row.trayDoneAt, now, actor.name), now);
  },
  give: ({ tx, row }) => giveMessage(tx, row.id, null),
  place: ({ tx, row }) => placeComments(tx, row.id, null),
  comment: ({ tx, row }) => removeMadeComments(tx, row.id),
};

const keyOf = (key: string): [string, string] => {
  const at = key.indexOf(':');
  return at < 0 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)];
};

async function undo(doing: Omit<Doing, 'id'>): Promise<void> {
  const { tx, row } = doing;
  if (row.trayDone === null) throw problems.conflict('nothing_to_undo', 'This message still waits in the tray.');
  const [verb, id] = keyOf(row.trayDone);
  const back = undoes[verb];
  if (!back)
    throw problems.conflict('not_undone', 'An answer that was taken stays. Change it by keying, with its code.');
  await back({ ...doing, id });
  await settleTray(tx, row.id, { at: null, by: null, done: null });
}

async function act(doing: Omit<Doing, 'id'>, key: string): Promise<void> {
  const { tx, row, actor, now } = doing;
  if (row.trayDoneAt !== null) throw problems.conflict('already_done', 'Somebody has dealt with this message already.');
  const [verb, id] = keyOf(key);
  const perform = acts[verb];
  if (!perform) throw problems.badInput([{ path: 'body.do', message: 'This cannot be done with a message.' }]);
  await perform({ ...doing, id });
  await settleTray(tx, row.id, { at: now, by: actor.name, done: key });
}

/** Does what was suggested with a message, or undoes it (`undo`). Throws `not_found`, `already_done`, `nothing_to_undo`. */
export async function settleMessage(deps: Deps, actor: Actor, id: string, key: string): Promise<void> {
  await transaction(deps.db, async (tx) => {
    const row = await trayRow(tx, id);
    if (!row) throw problems.notFound('message in the tray');
    const doing = { tx, deps, actor, row, now: deps.clock.now() };
    await (key === 'undo' ? undo(doing) : act(doing, key));
    await audit(tx, deps, actor, {
      action: key === 'undo' ? 'tray.undo' : 'tray.settle',
      subject: id,
      detail: { do: keyOf(key)[0] },
    });
  });
}
