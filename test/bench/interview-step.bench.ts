import { Model } from 'survey-core';
import { instrumentById } from '../../surveys/instruments/instruments.ts';
import { askedNow } from '../../surveys/interview/ask/asked.ts';
import { newState } from '../../surveys/interview/state.ts';
import { step } from '../../surveys/interview/step.ts';
import type { Context, State } from '../../surveys/interview/types.ts';
import { compile } from '../../surveys/questionnaire/compile.ts';
import { assemble } from '../../surveys/questionnaire/takeapart.ts';
import type { Question } from '../../surveys/questionnaire/types.ts';
import { median, peakMb } from '../support/load.ts';
import type { BenchResult, Runnable } from '../support/named.ts';

/** Eight questions of a quarterly panel, with a branch, in four languages. */
const { compiled, structure, editions } = compile(instrumentById('panel-quarterly')?.survey);
const survey = assemble(structure, editions);
const language = 'cy';
const wording = { texts: editions[language] ?? {}, language, landlord: 'Millbrook Homes' } as const;
const context: Context = { mode: 'text', at: '2026-11-22T10:00:00.000Z', by: null };

const firstAnswer = ({ options, min }: Question) => options[0]?.id ?? min ?? 'More light';

/** Where the interview stands before each of its turns, as it is stored: half way through a stored one is what a text meets. */
function storedStates(): { ours: string; theirs: string; next: string | undefined }[] {
  const states: ReturnType<typeof storedStates> = [];
  let state: State = step(compiled, newState(language), { type: 'start' }, context).state;
  for (let asked = questionAt(state); asked !== undefined; asked = questionAt(state)) {
    const before = state;
    state = step(compiled, state, { type: 'answer', question: null, value: firstAnswer(asked) }, context).state;
    const data = Object.entries(before.answers).map(([id, { value }]) => [id, value] as const);
    const next = askedNow(compiled, state, wording)?.title;
    states.push({ ours: JSON.stringify(before), theirs: JSON.stringify({ data: Object.fromEntries(data) }), next });
  }
  return states;
}

const questionAt = ({ cursor }: State) => compiled.questions.find(({ id }) => id === cursor);

/** One turn of ours: the stored interview read, one answer taken, the next question put into words, the interview written. */
function ourTurn(stored: string): string | undefined {
  const before = JSON.parse(stored) as State;
  const asked = questionAt(before) as Question;
  const value = firstAnswer(asked);
  const { state } = step(compiled, before, { type: 'answer', question: null, value }, context);
  const next = askedNow(compiled, state, wording)?.title;
  JSON.stringify(state);
  return next;
}

const nextIn = (model: Model) => model.getAllQuestions().find((question) => question.isVisible && question.isEmpty());

/** The same turn by survey-core: a model made, in the language, with what was answered; set, checked, the next one found, written. */
function theirTurn(stored: string): string | undefined {
  const model = new Model(survey);
  model.locale = language;
  model.data = (JSON.parse(stored) as { data: object }).data;
  const asked = nextIn(model);
  const question = compiled.questions.find(({ id }) => id === asked?.name) as Question;
  if (asked) asked.value = firstAnswer(question);
  if (!asked?.validate(false)) throw new Error(`survey-core did not take an answer to ${question.id}`);
  const next = nextIn(model)?.title;
  JSON.stringify({ data: model.data });
  model.dispose();
  return next?.replaceAll('{landlord}', wording.landlord);
}

/** CPU of one turn in milliseconds. */
function cpuOf(turns: number, turn: (place: number) => void): number {
  const began = process.cpuUsage();
  for (let place = 0; place < turns; place++) turn(place);
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000 / turns;
}

const bench: Runnable<BenchResult> = async ({ small }) => {
  const stored = storedStates();
  for (const { ours, theirs, next } of stored)
    if (ourTurn(ours) !== next || theirTurn(theirs) !== next) throw new Error(`The next question is not "${next}".`);
  const rounds = small ? 1 : 7;
  const [ourTurns, theirTurns] = small
    ? [stored.length * 10, stored.length]
    : [stored.length * 1500, stored.length * 8];
  const measured = Array.from({ length: rounds + 1 }, () => ({
    theirs: cpuOf(theirTurns, (place) => theirTurn(stored[place % stored.length]?.theirs ?? '')),
    ours: cpuOf(ourTurns, (place) => ourTurn(stored[place % stored.length]?.ours ?? '')),
  })).slice(1);
  return {
    name: 'interview-step',
    ratio: Number(median(measured.map(({ theirs, ours }) => theirs / ours)).toFixed(1)),
    ours: Number(median(measured.map(({ ours }) => ours)).toFixed(5)),
    limit: Number(median(measured.map(({ theirs }) => theirs)).toFixed(3)),
    unit: 'CPU-ms a turn',
    n: rounds * (ourTurns + theirTurns),
    rss_mb: peakMb(),
  };
};

export default bench;
