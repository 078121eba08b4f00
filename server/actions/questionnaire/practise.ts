import { type LandlordFacts, landlordFacts } from '../../../db/queries/landlord.ts';
import type { Survey } from '../../../db/queries/survey.ts';
import type { Nation } from '../../../surveys/fieldwork/bank-holidays.ts';
import { plusDays } from '../../../surveys/fieldwork/dates.ts';
import type { PageFormat } from '../../../surveys/format.ts';
import { readKeyed } from '../../../surveys/interview/answer/keyed.ts';
import { type Fields, readForm } from '../../../surveys/interview/answer/web.ts';
import { questionById } from '../../../surveys/interview/route.ts';
import { newState } from '../../../surveys/interview/state.ts';
import { step } from '../../../surveys/interview/step.ts';
import type { Context, Input, InterviewEvent, State } from '../../../surveys/interview/types.ts';
import type { Language } from '../../../surveys/language.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { askedNation } from '../response/about.ts';
import type { Form } from '../response/form.ts';
import { todayIn } from '../today.ts';
import { aboutOffered, type PractisedAbout, takeAbout } from './practise-about.ts';
import { readPractised, sayPractised } from './practise-text.ts';
import { draftOf } from './preview.ts';
import { type Draft, daysOpen, exampleCode, formOfDraft } from './preview-post.ts';

/** What somebody who practises did, as the real way would have brought it. */
export type PractisedTurn =
  | { by: 'text'; words: string }
  | { by: 'web'; question: string; fields: Fields }
  | { by: 'telephone' | 'paper'; question: string; typed: string }
  | { by: 'about'; fields: Fields };

/** A draft as if it had been sent to somebody. Nobody is in it: the survey's ids lead nowhere. */
export interface Practice {
  draft: Draft;
  form: Form;
  landlord: LandlordFacts;
  survey: Survey;
  at: string;
  env: Deps['env'];
  /** The nation whose questions about the resident follow the survey on the web; null where the landlord asks none. */
  about: Nation | null;
}

/** Where a practice stands: the interview, what the last turn brought, and what was texted both ways. */
export interface Played {
  state: State;
  last: { turn: PractisedTurn; inputs: readonly Input[]; events: readonly InterviewEvent[] } | null;
  texts: readonly { mine: boolean; words: string }[];
  about: PractisedAbout;
}

/** A survey that is nobody's: read by the code that asks, and never saved. */
function nobodys({ id, language, format }: Draft, today: string, timeZone: string): Survey {
  return {
    invitationId: id,
    frameMemberId: id,
    code: exampleCode,
    disposition: 'not_sent',
    residentId: null,
    language,
    format,
    waveId: id,
    waveName: '',
    status: 'open',
    purpose: 'research',
    anonymous: false,
    opensOn: today,
    closesOn: plusDays(today, daysOpen),
    resultsOn: null,
    actionOn: null,
    timeZone,
    versionId: id,
    response: null,
  };
}

/** A draft in a language and a format, ready to be practised. Throws `not_found`, `not_translated`, `no_landlord`. */
export async function practiceOf(deps: Deps, id: string, chosen: { language: string; format: PageFormat }) {
  const draft = await draftOf(deps, id, chosen.language, chosen.format);
  const landlord = await landlordFacts(deps.db);
  if (!landlord || landlord.name === '')
    throw problems.conflict('no_landlord', 'Fill in the landlord first: a survey says who asks.');
  const now = deps.clock.now();
  const survey = nobodys(draft, todayIn(landlord.timeZone, deps), landlord.timeZone);
  return {
    draft,
    form: formOfDraft(draft.compilation),
    landlord,
    survey,
    at: now.toISOString(),
    env: deps.env,
    about: await askedNation(deps),
  };
}

function inputsOf({ form, draft }: Practice, state: State, turn: PractisedTurn): readonly Input[] {
  if (turn.by === 'text' || turn.by === 'about') return [];
  const question = questionById(form.compiled, turn.question);
  if (!question) throw problems.badInput([{ path: 'question', message: 'There is no such question.' }]);
  if (turn.by !== 'web') return [readKeyed(question, turn.typed)];
  // A photo that is practised is looked at by nobody: that one was chosen is enough.
  const photo = question.kind === 'photo' && turn.fields.action !== 'skip' && Boolean(turn.fields.photo);
  return [
    ...(state.status === 'new' ? [{ type: 'start' } as const] : []),
    ...(state.language === draft.language ? [] : [{ type: 'language', language: draft.language } as const]),
    photo ? { type: 'answer', question: question.id, value: draft.id } : readForm(question, turn.fields, false),
  ];
}

function run({ form }: Practice, from: State, inputs: readonly Input[], context: Context) {
  const events: InterviewEvent[] = [];
  let state = from;
  for (const input of inputs) {
    const next = step(form.compiled, state, input, context);
    state = next.state;
    events.push(...next.events);
  }
  return { state, events };
}

function take(practice: Practice, played: Played, turn: PractisedTurn): Played {
  const { state, texts, about } = played;
  if (turn.by === 'about')
    return practice.about === null ? played : { ...played, about: takeAbout(practice.about, turn.fields) };
  const reading = turn.by === 'text' ? readPractised(practice, state, turn.words) : null;
  const inputs = reading ? reading.inputs : inputsOf(practice, state, turn);
  const after = run(practice, state, inputs, { mode: turn.by, at: practice.at, by: null });
  const last = { turn, inputs, events: after.events };
  if (turn.by !== 'text' || !reading) return { state: after.state, last, texts, about };
  const reply = sayPractised(practice, reading, state, after);
  const said = [{ mine: true, words: turn.words }, ...(reply === null ? [] : [{ mine: false, words: reply }])];
  return { state: after.state, last, texts: [...texts, ...said], about };
}

/**
 * Plays a practice from its beginning. The whole of it is in its turns, which whoever practises holds: the engine that takes real
 * answers runs over them each time (0.1 ms a turn), and there is nothing to keep, so nothing is kept.
 */
export function play(practice: Practice, turns: readonly PractisedTurn[]): Played {
  const language: Language = practice.draft.language;
  const start: Played = { state: newState(language), last: null, texts: [], about: aboutOffered };
  return turns.reduce((played, turn) => take(practice, played, turn), start);
}
