/** The interview engine: one input, one step. Pure, and it never throws on what a resident sent. */
import { isLanguage } from '../language.ts';
import type { Compiled } from '../questionnaire/types.ts';
import { earlierQuestion, isAskedIn, questionById } from './route.ts';
import {
  ask,
  askAgain,
  begin,
  change,
  finish,
  leavePhotos,
  moveOn,
  pass,
  questionMeant,
  refuse,
  type Turn,
  take,
} from './turn.ts';
import type { Context, Input, State, Step } from './types.ts';

type Of<T extends Input['type']> = Extract<Input, { type: T }>;

/** Asks the question at the cursor, or the next open one. */
function start(turn: Turn): void {
  const first = turn.state.status === 'new';
  begin(turn, true);
  const { cursor, status } = turn.state;
  if (first) leavePhotos(turn, null, cursor);
  if (cursor !== null) ask(turn, cursor);
  else if (status !== 'finished') finish(turn);
}

function answer(turn: Turn, input: Of<'answer'>): void {
  begin(turn);
  const question = questionMeant(turn, input.question);
  if (!question) return;
  if (take(turn, question, input.value)) moveOn(turn, question.id);
  // A page shows the refusal beside the box; a text can only be asked for again.
  else if (turn.context.mode === 'text') askAgain(turn, question.id);
}

function addText(turn: Turn, input: Of<'add_text'>): void {
  begin(turn);
  const question = questionMeant(turn, input.question);
  if (!question) return;
  const before = turn.state.writing ? turn.state.answers[question.id]?.value : undefined;
  const text = typeof before === 'string' ? `${before}\n${input.text}` : input.text;
  if (take(turn, question, text)) change(turn, { cursor: question.id, retries: 0, writing: true });
  else if (turn.context.mode === 'text') askAgain(turn, question.id);
}

function done(turn: Turn): void {
  begin(turn);
  const question = questionMeant(turn, null);
  if (!question) return;
  if (question.id in turn.state.answers) moveOn(turn, question.id);
  else pass(turn, question.id, 'skipped');
}

function passOver(turn: Turn, input: Of<'blank' | 'double_marked' | 'skip'>): void {
  begin(turn);
  const question = questionMeant(turn, input.question ?? null);
  if (!question) return;
  if (input.type === 'double_marked') pass(turn, question.id, 'double_marked', [...input.values]);
  else pass(turn, question.id, input.type === 'skip' ? 'skipped' : 'blank');
}

function unclear(turn: Turn): void {
  begin(turn);
  const question = questionMeant(turn, null);
  if (question) askAgain(turn, question.id);
}

function back(turn: Turn): void {
  begin(turn);
  const question = earlierQuestion(turn.compiled, turn.state, turn.state.cursor, turn.context.mode);
  if (question === null) {
    refuse(turn, null, 'no_earlier_question');
    if (turn.state.cursor !== null && turn.context.mode === 'text') ask(turn, turn.state.cursor);
    return;
  }
  change(turn, { status: 'open' });
  ask(turn, question);
}

function language(turn: Turn, input: Of<'language'>): void {
  if (input.language === null) {
    change(turn, { choosingLanguage: true });
    turn.events.push({ type: 'languages_listed' });
    return;
  }
  if (!isLanguage(input.language)) {
    refuse(turn, turn.state.cursor, 'language_not_offered');
    return;
  }
  change(turn, { language: input.language });
  turn.events.push({ type: 'language_chosen', language: input.language });
  if (turn.state.cursor !== null) ask(turn, turn.state.cursor);
}

function stop(turn: Turn): void {
  if (turn.state.status === 'stopped') return;
  change(turn, { status: 'stopped' });
  turn.events.push({ type: 'interview_stopped' });
}

/** Inputs that are about the question at the cursor, whichever that is. */
const aboutCursor = (input: Input): boolean =>
  input.type === 'unclear' ||
  input.type === 'done' ||
  (['answer', 'add_text', 'skip', 'blank'].includes(input.type) && !('question' in input && input.question));

/** At a photo, left there by the web, whatever is said in another mode leads on to the next question. */
function goPast(turn: Turn, input: Input): boolean {
  const { cursor } = turn.state;
  const question = cursor === null ? undefined : questionById(turn.compiled, cursor);
  if (!question || isAskedIn(question, turn.context.mode) || !aboutCursor(input)) return false;
  begin(turn);
  moveOn(turn, question.id);
  return true;
}

function act(turn: Turn, input: Input): void {
  if (goPast(turn, input)) return;
  switch (input.type) {
    case 'start':
      start(turn);
      break;
    case 'answer':
      answer(turn, input);
      break;
    case 'add_text':
      addText(turn, input);
      break;
    case 'done':
      done(turn);
      break;
    case 'blank':
    case 'double_marked':
    case 'skip':
      passOver(turn, input);
      break;
    case 'unclear':
      unclear(turn);
      break;
    case 'back':
      back(turn);
      break;
    case 'language':
      language(turn, input);
      break;
    case 'stop':
      stop(turn);
      break;
    case 'finish':
      if (turn.state.status !== 'finished') finish(turn);
      break;
    default:
      input satisfies never;
  }
}

/** Takes a compiled questionnaire, a state and one input; gives the next state and what happened. Changes nothing given. */
export function step(compiled: Compiled, state: State, input: Input, context: Context): Step {
  const turn: Turn = { compiled, context, state: { ...state, choosingLanguage: false }, events: [] };
  act(turn, input);
  return { state: turn.state, events: turn.events };
}
