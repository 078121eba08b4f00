import { transaction } from '../../../db/connect.ts';
import { type EventRow, eventById, type InvitedPerson, openInvitationsOf } from '../../../db/queries/events.ts';
import { type Reply, replies } from '../../../surveys/groups/event.ts';
import { readReply } from '../../../surveys/groups/reply.ts';
import type { Reading } from '../../../surveys/interview/answer/text.ts';
import { sayDay } from '../../../surveys/locales/dates.ts';
import { phraseLanguage } from '../../../surveys/locales/phrases.ts';
import { keepReply } from '../event/reply.ts';
import { landlordToday } from '../today.ts';
import type { Choice } from './choose-survey.ts';
import { keepText, type Texting } from './keep-text.ts';
import { textSpeaker } from './text-turn.ts';

/** What a text that says 1, 2 or 3 may be about besides a survey. */
export type AboutEvent =
  /** No invitation of ours is open, or it is not what was said last. */
  | { about: 'no_event' }
  | { about: 'event'; person: InvitedPerson; reply: Reply; more: boolean }
  /** A survey waits too, or several invitations do: only a person can tell. */
  | { about: 'unsure'; person: InvitedPerson };

const none: AboutEvent = { about: 'no_event' };

/** When a survey that would claim this text was last texted about; null where none would. */
function claimedAt(choice: Choice): Date | null {
  if (choice.about === 'several') return new Date(0);
  if (choice.about !== 'question' && choice.about !== 'invitation') return null;
  return new Date(choice.candidate.survey.lastAt ?? 0);
}

/**
 * Whether a text answers an invitation to an event. A survey that was texted about since claims it, and so does its code in the text; where the
 * invitation is the newer one and a survey still waits, nobody is guessed.
 */
export async function aboutEvent(texting: Texting, choice: Choice, reading: Reading): Promise<AboutEvent> {
  const { context, deps, text } = texting;
  if (!context.invited) return none;
  const coded = 'candidate' in choice && choice.candidate.survey.byCode;
  const said = coded || reading.urgent || reading.soundsLikeStop ? null : readReply(text.body);
  if (said === null || choice.about === 'not_open') return none;
  const open = await openInvitationsOf(deps.db, text.from, await landlordToday(deps.db, deps));
  const [newest] = open.toSorted((a, b) => b.textedAt.getTime() - a.textedAt.getTime());
  const survey = claimedAt(choice);
  if (!newest || (survey !== null && survey > newest.textedAt)) return none;
  if (survey !== null || open.length > 1) return { about: 'unsure', person: newest };
  return { about: 'event', person: newest, ...said };
}

type Told = Extract<AboutEvent, { about: 'event' }>;

/** What is said back: what we noted, and how to change it. */
function thanks({ context }: Texting, event: EventRow, { person, reply }: Told): string {
  const say = textSpeaker(context.landlord, person.language);
  if (event.kind === 'join' && reply === 'yes') return say('page.event.saved_join');
  const deadline = sayDay(phraseLanguage(person.language), event.replyBy);
  const phrases: Record<Reply, () => string> = {
    yes: () => say('sms.event_yes', { title: event.title }),
    no: () => say('sms.event_no'),
    maybe: () => say('sms.event_maybe', { deadline }),
  };
  return phrases[replies.find((each) => each === reply) ?? 'maybe']();
}

/** Keeps a reply by text and the text with it; more words than the reply go before a person too. Gives what to say back. */
export async function answerEvent(texting: Texting, told: Told): Promise<string | null> {
  const { deps } = texting;
  const { person, reply, more } = told;
  return transaction(deps.db, async (tx) => {
    const event = await eventById(tx, person.eventId, { lock: true });
    if (!event) throw new Error('an invitation has lost its event');
    await keepReply(tx, deps, event, person, { reply, mode: 'text', actor: null });
    const words = thanks(texting, event, told);
    const outcome = { done: 'replied', survey: null, reply: words, why: more ? 'more_words' : null } as const;
    await keepText(texting, { ...outcome, urgent: false, language: person.language, invited: person }, tx);
    return words;
  });
}

/** Two things wait for an answer: a person looks, and the sender is told so. */
export async function unsureEvent(texting: Texting, { person }: Extract<AboutEvent, { about: 'unsure' }>) {
  const reply = textSpeaker(texting.context.landlord, person.language)('sms.not_survey');
  const outcome = { done: 'tray', survey: null, reply, why: 'survey_or_event', urgent: false } as const;
  await keepText(texting, { ...outcome, language: person.language });
  return reply;
}
