/** One step in the making: a state that moves and the events it leaves behind. Used by `step` alone. */

import { limits } from '../limits.ts';
import type { Compiled, Question } from '../questionnaire/types.ts';
import { answersIn, checkAnswer, sameAnswer } from './check.ts';
import { isAskedIn, isRequired, nextQuestion, openPhotos, questionById, route } from './route.ts';
import { isDealtWith } from './state.ts';
import type { Answer, AnswerValue, Context, InterviewEvent, Refusal, State, Unanswered } from './types.ts';

export interface Turn {
  compiled: Compiled;
  context: Context;
  state: State;
  events: InterviewEvent[];
}

export function change(turn: Turn, changes: Partial<State>): void {
  turn.state = { ...turn.state, ...changes };
}

/**
 * Makes an interview that is new or was stopped an open one. After STOP another text is kept but opens nothing:
 * only START does, or going on in another way.
 */
export function begin(turn: Turn, explicit = false): void {
  const { status, cursor } = turn.state;
  if (status === 'new') turn.events.push({ type: 'interview_started' });
  const stays = status === 'finished' || (status === 'stopped' && turn.context.mode === 'text' && !explicit);
  if (stays) return;
  const next = () => nextQuestion(turn.compiled, turn.state, null, turn.context.mode);
  change(turn, { status: 'open', cursor: cursor !== null && maySay(turn, cursor) ? cursor : next() });
}

const maySay = ({ compiled, context }: Turn, id: string): boolean => {
  const question = questionById(compiled, id);
  return question !== undefined && isAskedIn(question, context.mode);
};

/** Says of each photo between two questions that it is left for the web. `to` null is the end. */
export function leavePhotos(turn: Turn, from: string | null, to: string | null): void {
  const place = (id: string | null) => turn.compiled.questions.findIndex((question) => question.id === id);
  const end = to === null || place(to) < place(from) ? Number.POSITIVE_INFINITY : place(to);
  for (const photo of openPhotos(turn.compiled, turn.state)) {
    const between = place(photo.id) > place(from) && place(photo.id) < end;
    if (between && !isAskedIn(photo, turn.context.mode)) turn.events.push({ type: 'photo_left', question: photo.id });
  }
}

export function ask(turn: Turn, question: string): void {
  change(turn, { cursor: question, retries: 0, writing: false });
  turn.events.push({ type: 'question_asked', question });
}

export function finish(turn: Turn): void {
  const { state } = turn;
  const complete = route(turn.compiled, state)
    .filter((question) => isAskedIn(question, turn.context.mode))
    .every((question) =>
      isRequired(question, state) ? question.id in state.answers : isDealtWith(state, question.id),
    );
  change(turn, { status: 'finished', cursor: null, retries: 0, writing: false });
  turn.events.push({ type: 'interview_finished', complete });
}

/** Goes on after `question`: to the next open one, or to the end. A finished interview stays so unless a branch opened. */
export function moveOn(turn: Turn, question: string | null): void {
  const next = nextQuestion(turn.compiled, turn.state, question, turn.context.mode);
  leavePhotos(turn, question, next);
  if (turn.state.status === 'stopped') {
    change(turn, { cursor: next, retries: 0, writing: false });
    return;
  }
  if (next === null) {
    if (turn.state.status !== 'finished') finish(turn);
    return;
  }
  change(turn, { status: 'open' });
  ask(turn, next);
}

export function refuse(turn: Turn, question: string | null, reason: Refusal, by?: number): void {
  turn.events.push(
    by === undefined ? { type: 'answer_refused', question, reason } : { type: 'answer_refused', question, reason, by },
  );
}

/** The question meant, or null after refusing: none at the cursor, one we do not have, or one this mode cannot ask. */
export function questionMeant(turn: Turn, id: string | null): Question | null {
  const wanted = id ?? turn.state.cursor;
  const question = wanted === null ? undefined : questionById(turn.compiled, wanted);
  if (!question) refuse(turn, wanted, wanted === null ? 'not_at_a_question' : 'unknown_question');
  else if (!isAskedIn(question, turn.context.mode)) refuse(turn, wanted, 'not_asked_this_way');
  else return question;
  return null;
}

/** Flags answers that left the route and clears the flag of those that came back. */
function settleRoute(turn: Turn): void {
  const on = new Set(route(turn.compiled, turn.state).map((question) => question.id));
  const entries = Object.entries(turn.state.answers);
  const left = entries.filter(([id, answer]) => !on.has(id) && !answer.offRoute).map(([id]) => id);
  const back = entries.filter(([id, answer]) => on.has(id) && answer.offRoute).map(([id]) => id);
  if (left.length + back.length === 0) return;
  const settled = entries.map(([id, { offRoute: _, ...answer }]): [string, Answer] => [
    id,
    on.has(id) ? answer : { ...answer, offRoute: true },
  ]);
  change(turn, { answers: Object.fromEntries(settled) });
  if (left.length > 0) turn.events.push({ type: 'answers_left_route', questions: left });
  if (back.length > 0) turn.events.push({ type: 'answers_rejoined_route', questions: back });
}

function record(turn: Turn, question: string, value: AnswerValue): void {
  const previous = turn.state.answers[question] ?? null;
  if (previous && sameAnswer(previous.value, value)) return;
  const { mode, at, by } = turn.context;
  const answer: Answer = { value, mode, at, by };
  const { [question]: _, ...unanswered } = turn.state.unanswered;
  change(turn, { answers: { ...turn.state.answers, [question]: answer }, unanswered });
  turn.events.push({ type: 'answer_recorded', question, answer, previous });
  settleRoute(turn);
}

/**
 * Checks and records; false after refusing. Paper fills only the blanks: it lay in an envelope while she answered another way,
 * so what she answered stands. What paper itself filled may be keyed again.
 */
export function take(turn: Turn, question: Question, value: unknown): boolean {
  const before = turn.state.answers[question.id];
  if (turn.context.mode === 'paper' && before && before.mode !== 'paper') {
    refuse(turn, question.id, 'already_answered');
    return false;
  }
  const checked = checkAnswer(answersIn(question, turn.context.mode), value);
  if (!checked.ok) {
    refuse(turn, question.id, checked.reason, checked.by);
    return false;
  }
  record(turn, question.id, checked.value);
  return true;
}

/** Leaves a question without an answer, or with the one it has, and goes on. */
export function pass(turn: Turn, question: string, why: Unanswered['why'], values?: readonly string[]): void {
  const { mode, at, by } = turn.context;
  turn.events.push({ type: 'question_passed', question, why });
  if (!(question in turn.state.answers)) {
    const mark: Unanswered = values === undefined ? { why, mode, at, by } : { why, values, mode, at, by };
    change(turn, { unanswered: { ...turn.state.unanswered, [question]: mark } });
  }
  moveOn(turn, question);
}

/** Asks again what could not be read, a limited number of times. */
export function askAgain(turn: Turn, question: string): void {
  if (turn.state.status === 'stopped') return;
  const attempt = turn.state.retries + 1;
  if (attempt > limits.reAsks) {
    turn.events.push({ type: 'gave_up_asking', question });
    return;
  }
  change(turn, { retries: attempt });
  turn.events.push({ type: 're_asked', question, attempt });
}
