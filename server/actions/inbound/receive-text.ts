import { addressHash, addressKeys } from '../../../db/address-hash.ts';
import type { Survey } from '../../../db/queries/survey.ts';
import { type TextContext, textContext } from '../../../db/queries/texting.ts';
import { type Reading, readText } from '../../../surveys/interview/answer/text.ts';
import { urgencyOf } from '../../../surveys/interview/answer/urgent.ts';
import type { Input, State } from '../../../surveys/interview/types.ts';
import { sayDay } from '../../../surveys/locales/dates.ts';
import type { Deps } from '../../deps.ts';
import { errorCode, isDatabaseAway } from '../../problem.ts';
import { mayTryTexted, texted } from '../code/texted.ts';
import { formOf, wordsIn } from '../response/form.ts';
import { standingOf } from '../response/standing.ts';
import { interviewOf, takeInput } from '../response/take-input.ts';
import { type Candidate, type Choice, chooseSurvey, wentOnElsewhere } from './choose-survey.ts';
import { aboutEvent, answerEvent, unsureEvent } from './event-reply.ts';
import { type ArrivedText, keepText, rowsOf, type Texting } from './keep-text.ts';
import { codeIn, hasMoreToSay, noForm } from './reading.ts';
import { startAgain, stopNumber } from './stop-start.ts';
import { gaveUp, offeredByText, questionAgain, replyTo, type SayText, textSpeaker } from './text-turn.ts';
import type { TrayReason } from './tray-reasons.ts';

/** Machines that answer machines: after so many "a person will read it" a day we only keep what comes. */
const MOST_TRAY_REPLIES = 3;

async function candidatesOf(deps: Deps, { surveys }: TextContext): Promise<Candidate[]> {
  const now = deps.clock.now();
  return Promise.all(
    surveys.map(async (survey) => {
      const state = interviewOf(survey, await formOf(deps, survey.versionId));
      return { survey, state, standing: standingOf(survey, state, now) };
    }),
  );
}

/** What the text says, read against the question it is about. Before anything is asked only "1" or "yes" says anything. */
async function read(deps: Deps, choice: Choice, { body }: ArrivedText, { landlord }: TextContext): Promise<Reading> {
  if (!('candidate' in choice) || choice.about === 'late' || choice.about === 'not_open') return readText(body, noForm);
  const { survey, state } = choice.candidate;
  const form = await formOf(deps, survey.versionId);
  const { texts } = wordsIn(form, state.language, survey.format);
  const asking = { compiled: form.compiled, texts, offered: offeredByText({ form, landlord }) };
  if (choice.about === 'question') return readText(body, { ...asking, state });
  const agreed = readText(body, { ...asking, state: { ...state, status: 'new' } });
  return {
    ...agreed,
    input:
      agreed.input ?? beforeStart(choice.candidate, body, (from) => readText(body, { ...asking, state: from }).input),
  };
}

/** An answer to a question asked before the reminder still counts; the code, or another number than 1, starts the survey too. */
function beforeStart(candidate: Candidate, body: string, readFrom: (state: State) => Input | null): Input | null {
  const { survey, state } = candidate;
  if (survey.byCode) return { type: 'start' };
  const asked = state.status === 'open' && state.cursor !== null && !wentOnElsewhere(candidate);
  const answer = asked ? readFrom(state) : null;
  if (answer && answer.type !== 'unclear' && answer.type !== 'add_text') return answer;
  return /^\s*\p{Nd}{1,2}\s*[.)!]*\s*$/u.test(body) ? { type: 'start' } : null;
}

/** Ties an answer to the question it was read against, so that it stays that one's whatever is answered meanwhile. */
const tied = (input: Input, { cursor }: State): Input =>
  input.type === 'answer' || input.type === 'add_text' || input.type === 'skip'
    ? { ...input, question: cursor }
    : input;

/** Why a person should look at a text although it was an answer; null when none need. */
function alsoWhy({ urgent, soundsLikeStop }: Reading, unread: boolean, more: boolean): TrayReason | null {
  if (urgent) return 'urgent';
  if (unread) return 'unclear';
  if (soundsLikeStop) return 'sounds_like_stop';
  return more ? 'more_words' : null;
}

/** Answers the survey it is about and keeps the text with it, in one statement. */
async function answer(
  texting: Texting,
  { survey, state }: Pick<Candidate, 'survey' | 'state'>,
  input: Input,
  reading: Reading,
): Promise<string | null> {
  const { deps, context, text } = texting;
  const { landlord } = context;
  let reply: string | null = null;
  const { turnedAway } = await takeInput(deps, survey, [tied(input, state)], {
    mode: 'text',
    by: null,
    message: (taken) => {
      const { language } = taken.state;
      const wasWriting = taken.survey.response?.interview.writing ?? false;
      const urgent = reading.urgent ? textSpeaker(landlord, language)('sms.urgent') : null;
      const next = replyTo({ deps, landlord, taken, wasWriting });
      reply = [urgent, next].filter((part) => part !== null).join('\n') || null;
      const repair = !reading.urgent && urgencyOf(text.body) === 'repair';
      const why = repair ? 'urgent_answer' : alsoWhy(reading, gaveUp(taken), hasMoreToSay(text.body, input));
      return rowsOf(texting, {
        done: 'answered',
        survey,
        reply,
        why,
        urgent: repair ? 'repair' : reading.urgent,
        language,
      });
    },
  });
  if (turnedAway === 'closed') return late(texting, { survey, state }, reading);
  return turnedAway ? toTray(texting, { about: 'nothing' }, reading) : reply;
}

/** Whether STOP stands for this: the number's own, or what the resident of the survey said by any way. */
const isStopped = (choice: Choice, context: TextContext): boolean =>
  context.stopped || ('candidate' in choice && choice.candidate.survey.stopped);

/** After STOP a text is kept and a person sees it, and nothing goes back: only START undoes it. Danger alone is answered. */
async function afterStop(texting: Texting, choice: Choice, reading: Reading): Promise<string | null> {
  const language = languageOf(texting, choice);
  const reply = reading.urgent ? textSpeaker(texting.context.landlord, language)('sms.urgent') : null;
  const why = reading.urgent ? ('urgent' as const) : ('after_stop' as const);
  await keepText(texting, { done: 'tray', survey: surveyOf(choice), reply, why, urgent: reading.urgent, language });
  return reply;
}

/** The language to answer in: of the interview, else of the only user of the number, else English. */
const languageOf = ({ context }: Texting, choice: Choice): string =>
  'candidate' in choice ? choice.candidate.state.language : (context.residents[0]?.language ?? 'en');

const surveyOf = (choice: Choice): Survey | null => ('candidate' in choice ? choice.candidate.survey : null);

const trayReason = (choice: Choice, { urgent, soundsLikeStop }: Reading, { residents }: TextContext) => {
  if (urgent) return 'urgent' as const;
  if (soundsLikeStop) return 'sounds_like_stop' as const;
  if (choice.about === 'several') return 'shared_number' as const;
  return residents.length === 0 && choice.about === 'nothing'
    ? ('unknown_number' as const)
    : ('not_an_answer' as const);
};

function trayReply(choice: Choice, { urgent }: Reading, say: SayText, site: string): string {
  if (urgent) return say('sms.urgent');
  if (choice.about === 'several') return say('sms.which_person', { site });
  if (choice.about !== 'not_open') return say('sms.not_survey');
  const { survey, state } = choice.candidate;
  return say('page.not_open.title', { date: sayDay(state.language, survey.opensOn) });
}

/** What was not an answer goes to a person, with a kind word back. */
async function toTray(texting: Texting, choice: Choice, reading: Reading): Promise<string | null> {
  const { context, deps, text } = texting;
  const language = languageOf(texting, choice);
  const say = textSpeaker(context.landlord, language);
  const silent = context.trayReplies >= MOST_TRAY_REPLIES || !/^\+\d{7,15}$/.test(text.from);
  const reply = silent && !reading.urgent ? null : trayReply(choice, reading, say, deps.env.publicUrl);
  const why = trayReason(choice, reading, context);
  await keepText(texting, { done: 'tray', survey: surveyOf(choice), reply, why, urgent: reading.urgent, language });
  return reply;
}

async function late(
  texting: Texting,
  { survey, state }: Pick<Candidate, 'survey' | 'state'>,
  reading: Reading,
): Promise<string | null> {
  const say = textSpeaker(texting.context.landlord, state.language);
  const closed = say('sms.closed', { date: sayDay(state.language, survey.closesOn) });
  const reply = reading.urgent ? say('sms.urgent') : closed;
  const why = reading.urgent ? ('urgent' as const) : null;
  await keepText(texting, { done: 'late', survey, reply, why, urgent: reading.urgent, language: state.language });
  return reply;
}

async function help(texting: Texting, choice: Choice): Promise<string | null> {
  const language = languageOf(texting, choice);
  const reply = texting.text.answeredByProvider ? null : textSpeaker(texting.context.landlord, language)('sms.help');
  await keepText(texting, { done: 'helped', survey: surveyOf(choice), reply, why: null, urgent: false, language });
  return reply;
}

async function act(texting: Texting): Promise<string | null> {
  const { deps, context, text } = texting;
  const choice = chooseSurvey(await candidatesOf(deps, context));
  const reading = await read(deps, choice, text, context);
  const keyword = text.answeredByProvider?.toLowerCase() ?? reading.keyword;
  if (keyword === 'stop') return stopNumber(texting, choice);
  if (keyword === 'help') return help(texting, choice);
  if (keyword === 'start') {
    const lifted = await startAgain(texting, await openQuestion(texting, choice));
    if (lifted) return lifted.reply;
    if (!('candidate' in choice)) return welcome(texting, choice);
  }
  if (isStopped(choice, context)) return afterStop(texting, choice, reading);
  const invited = await aboutEvent(texting, choice, reading);
  if (invited.about === 'event') return answerEvent(texting, invited);
  if (invited.about === 'unsure') return unsureEvent(texting, invited);
  if (choice.about === 'late') return late(texting, choice.candidate, reading);
  if (choice.about === 'not_open') return toTray(texting, choice, reading);
  if (!('candidate' in choice) || reading.input === null) return toTray(texting, choice, reading);
  return answer(texting, choice.candidate, reading.input, reading);
}

/** The question that waits for an answer, to be asked again after START. */
async function openQuestion({ deps, context: { landlord } }: Texting, choice: Choice) {
  if (choice.about !== 'question') return null;
  const { survey, state } = choice.candidate;
  const form = await formOf(deps, survey.versionId);
  return { survey, question: questionAgain({ deps, landlord, taken: { survey, form, state } }) };
}

/** START from a number that never said STOP. */
async function welcome(texting: Texting, choice: Choice): Promise<string | null> {
  const language = languageOf(texting, choice);
  const reply = texting.text.answeredByProvider ? null : textSpeaker(texting.context.landlord, language)('sms.start');
  await keepText(texting, { done: 'started', survey: null, reply, why: null, urgent: false, language });
  return reply;
}

/** The second try, when the engine failed: the text is kept, a person looks, and the sender is told so. */
async function keepAfterFault(texting: Texting, error: unknown): Promise<string> {
  const { deps, context } = texting;
  deps.log.error('inbound_text_failed', error);
  const language = context.residents[0]?.language ?? 'en';
  const reply = textSpeaker(context.landlord, language)('sms.fault');
  await keepText(texting, { done: 'failed', survey: null, reply, why: 'fault', urgent: false, language });
  return reply;
}

/** The code in a text, unless too many were tried from its number, or from everywhere: then it is words like others. */
async function codeOf(deps: Deps, { body, from }: ArrivedText): Promise<string | null> {
  const code = codeIn(body);
  return code !== null && (await mayTryTexted(deps, from)) ? code : null;
}

/**
 * Takes in one text: an answer, a word such as STOP, or something for a person. Gives the reply to send back, null for silence.
 * What was done, the answer and the reply are saved together; the same text again gets the same reply and changes nothing.
 * Throws only when the database cannot be reached or the text cannot be kept.
 */
export async function receiveText(deps: Deps, text: ArrivedText): Promise<{ reply: string | null }> {
  const now = deps.clock.now();
  const fromHash = await addressHash(await addressKeys(deps.env.secret), text.from);
  const lookup = {
    provider: text.provider,
    providerId: text.providerId,
    from: text.from,
    fromHash,
    code: await codeOf(deps, text),
    now,
  };
  const context = await textContext(deps.db, lookup);
  if (context.surveys.some(({ byCode }) => byCode)) await texted(deps, text.from);
  if (context.known) return context.known;
  const ids = { inbound: deps.newId(), reply: deps.newId() };
  const texting: Texting = { deps, context, text, fromHash, ids, now };
  try {
    return { reply: await act(texting) };
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    if (errorCode(error) !== '23505') return { reply: await keepAfterFault(texting, error) };
    const { known } = await textContext(deps.db, lookup);
    if (!known) throw error;
    return known;
  }
}
