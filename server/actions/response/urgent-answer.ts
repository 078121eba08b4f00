import type { InboundRow } from '../../../db/commands/inbound.ts';
import type { TurnMessage } from '../../../db/commands/response.ts';
import { urgencyOf } from '../../../surveys/interview/answer/urgent.ts';
import type { InterviewEvent } from '../../../surveys/interview/types.ts';
import type { Deps } from '../../deps.ts';
import type { Giver, Taken } from './take-input.ts';

/** Somebody's own words as they were just recorded; a text message is read where it comes in. */
const written = (event: InterviewEvent, { form, state }: Taken): { question: string; words: string }[] => {
  if (event.type !== 'answer_recorded') return [];
  const { question } = event;
  const words = state.answers[question]?.value;
  const asked = form.compiled.questions.find(({ id }) => id === question);
  return asked?.kind === 'text' && typeof words === 'string' ? [{ question, words }] : [];
};

/**
 * A copy for the tray of an answer that reads like a danger or a repair, to be kept with the turn: results are read weeks later. In an
 * anonymous wave it says nothing of who wrote it.
 */
export function urgentAnswer(deps: Deps, taken: Taken, { mode }: Pick<Giver, 'mode'>): TurnMessage | null {
  if (mode === 'text') return null;
  const found = taken.events
    .flatMap((event) => written(event, taken))
    .map(({ question, words }) => ({ question, words, urgency: urgencyOf(words) }))
    .find(({ urgency }) => urgency !== null);
  if (!found) return null;
  const { survey } = taken;
  const id = deps.newId();
  const inbound: InboundRow = {
    id,
    provider: 'survey',
    providerId: id,
    channel: mode,
    fromAddress: '',
    toAddress: '',
    subject: null,
    body: found.words,
    raw: null,
    fields: { question: found.question },
    receivedAt: deps.clock.now(),
    residentId: survey.anonymous ? null : survey.residentId,
    recipientId: survey.anonymous ? null : survey.invitationId,
    done: 'answered',
    reply: null,
    trayReason: 'urgent_answer',
    urgent: found.urgency,
  };
  return { inbound, reply: null };
}
