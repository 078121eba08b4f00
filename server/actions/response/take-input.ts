import {
  type ChangeRow,
  lockResponse,
  saveTurn,
  type Turn,
  type TurnMessage,
  type UploadRow,
} from '../../../db/commands/response.ts';
import { transaction } from '../../../db/connect.ts';
import { type Survey, surveyById } from '../../../db/queries/survey.ts';
import { type Disposition, givingWayTo } from '../../../surveys/fieldwork/disposition.ts';
import { hasAnswer, newState } from '../../../surveys/interview/state.ts';
import { step } from '../../../surveys/interview/step.ts';
import type { Context, Input, InterviewEvent, State } from '../../../surveys/interview/types.ts';
import type { Mode } from '../../../surveys/mode.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { type Form, formOf, wordsIn } from './form.ts';
import { type TurnedAway, turnedAway } from './standing.ts';
import { urgentAnswer } from './urgent-answer.ts';

/** How an input was given. */
export interface Giver {
  mode: Mode;
  /** Staff id when somebody else wrote it down. */
  by: string | null;
  /** The secret of the device that answers, on the web. */
  device?: string | null;
  /** False for a device that did not answer before: it leaves alone what is finished. */
  mayChange?: boolean;
  /** A photo that one of the inputs says is its answer. */
  upload?: UploadRow | null;
  /** The message this came by, made from the outcome of the turn, to be kept with it. */
  message?: (taken: Taken) => TurnMessage;
}

/** What became of some inputs. */
export interface Taken {
  survey: Survey;
  form: Form;
  /** The interview after them. */
  state: State;
  events: readonly InterviewEvent[];
  /** Where the survey stands, when that is why nothing was taken. */
  turnedAway: TurnedAway | null;
}

/** The interview of a survey as it stands; new when nobody has answered. */
export const interviewOf = ({ response, language }: Survey, form: Form): State =>
  response?.interview ?? newState(wordsIn(form, language, 'standard').language);

function run(form: Form, from: State, inputs: readonly Input[], context: Context): Pick<Taken, 'state' | 'events'> {
  const events: InterviewEvent[] = [];
  let state = from;
  for (const input of inputs) {
    const next = step(form.compiled, state, input, context);
    state = next.state;
    events.push(...next.events);
  }
  return { state, events };
}

const changesIn = (events: readonly InterviewEvent[], newId: () => string): ChangeRow[] =>
  events.flatMap((event) =>
    event.type === 'answer_recorded' && event.previous
      ? [
          {
            id: newId(),
            questionId: event.question,
            was: event.previous.value,
            mode: event.previous.mode,
            by: event.previous.by,
          },
        ]
      : [],
  );

const answeredBy: Record<Mode, string> = {
  web: 'answered by web',
  text: 'answered by text',
  telephone: 'answered by telephone',
  paper: 'answered on paper',
  in_person: 'answered in person',
};
/** The same of who answered nothing at all. */
export const cameBackBlank = 'came back blank';

/** An interview in which every question was passed over is no answer, however it ended. */
const outcomeOf = (state: State): Disposition | null => {
  const over = state.status === 'finished';
  if (!hasAnswer(state)) return over ? 'blank' : null;
  return over ? 'complete' : 'part';
};

/** Why what is still due is cancelled, when this turn ended the interview. */
const whyCancelled = (outcome: Disposition | null, { response, disposition }: Survey, mode: Mode): string | null => {
  if (outcome === 'complete') return response?.state === 'complete' ? null : answeredBy[mode];
  return outcome === 'blank' && disposition !== 'blank' ? cameBackBlank : null;
};

function turnOf(deps: Deps, { survey, form, state, events }: Taken, giver: Giver): Turn {
  const { response } = survey;
  const outcome = outcomeOf(state);
  return {
    invitationId: survey.invitationId,
    frameMemberId: survey.frameMemberId,
    waveId: survey.waveId,
    versionId: survey.versionId,
    editionRevisionId: wordsIn(form, state.language, survey.format).revisionId,
    responseId: response?.id ?? deps.newId(),
    revision: response?.revision ?? 0,
    interview: state,
    state: outcome === 'complete' ? 'complete' : 'open',
    mode: giver.mode,
    upload: giver.upload ?? null,
    device: giver.device ?? null,
    at: deps.clock.now(),
    changes: changesIn(events, deps.newId),
    disposition: outcome ?? survey.disposition,
    yields: outcome === null || outcome === survey.disposition ? [] : givingWayTo(outcome),
    cancel: whyCancelled(outcome, survey, giver.mode),
  };
}

interface Taking {
  form: Form;
  inputs: readonly Input[];
  giver: Giver;
}

/** Runs the interview on what was read and saves it; null, with nothing changed, when somebody answered since. */
async function attempt(deps: Deps, survey: Survey, { form, inputs, giver }: Taking): Promise<Taken | null> {
  const now = deps.clock.now();
  const before = interviewOf(survey, form);
  const away = giver.by === null ? turnedAway(survey, before, now, giver.mayChange ?? true) : null;
  if (away) return { survey, form, state: before, events: [], turnedAway: away };
  const context: Context = { mode: giver.mode, at: now.toISOString(), by: giver.by };
  const taken: Taken = { survey, form, ...run(form, before, inputs, context), turnedAway: null };
  const message = giver.message?.(taken) ?? urgentAnswer(deps, taken, giver);
  if (taken.state === before && !message) return taken;
  return (await saveTurn(deps.db, turnOf(deps, taken, giver), message)) ? taken : null;
}

/**
 * Takes inputs into the one response of an invitation, by whichever way they came: web, text, telephone, paper.
 * The interview runs on what was read, with no lock held; the statement that saves it changes nothing if somebody answered in
 * between. Then it runs again on what they left, with the response held, so that everyone who answers at one instant is
 * taken, one after the other. Whether it may be taken at all is decided here too, for all but staff, who key what came in time.
 * Takes the survey as just read. Throws `too_busy` (409) when it cannot be saved even so.
 */
export async function takeInput(deps: Deps, survey: Survey, inputs: readonly Input[], giver: Giver): Promise<Taken> {
  const taking = { form: await formOf(deps, survey.versionId), inputs, giver };
  const taken = await attempt(deps, survey, taking);
  if (taken) return taken;
  return transaction(deps.db, async (tx) => {
    await lockResponse(tx, survey.frameMemberId);
    const fresh = await surveyById(tx, survey.invitationId);
    if (!fresh) throw problems.notFound('survey');
    const held = await attempt({ ...deps, db: tx }, fresh, taking);
    if (held) return held;
    throw problems.conflict('too_busy', 'This survey is being answered somewhere else. Please try again.');
  });
}
