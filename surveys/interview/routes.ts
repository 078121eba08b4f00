/** Every way an interview can still go. */
import { limits } from '../limits.ts';
import { holds, type Known, leavesOf } from '../questionnaire/evaluate.ts';
import type { Compiled, Question, Scalar } from '../questionnaire/types.ts';
import { isDealtWith } from './state.ts';
import type { State } from './types.ts';

/** Below, at, between and above each number; enough to make every order comparison come out each way. */
function around(values: readonly number[]): number[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const between = sorted.slice(1).map((value, index) => (value + (sorted[index] ?? value)) / 2);
  return [...sorted, ...between, (sorted[0] ?? 0) - 1, (sorted.at(-1) ?? 0) + 1];
}

/** The same for dates: '0' sorts before each, and a date with '~' after it sorts just after that date. */
const aroundDates = (values: readonly Scalar[]): Known[] => ['0', ...values.flatMap((date) => [date, `${date}~`])];

/** The days that limit a date. */
const ends = ({ earliest, latest }: Question): string[] => [earliest, latest].filter((day) => day !== undefined);

/** One answer for each way the later conditions could come out; undefined is leaving it out. */
function waysToAnswer(question: Question, compared: readonly Scalar[]): Known[] {
  const ids = question.options.map((option) => option.id);
  switch (question.kind) {
    case 'single':
    case 'yes_no':
      return [undefined, ...ids];
    case 'multiple': {
      const looked = ids.filter((id) => compared.includes(id));
      const other = ids.find((id) => !compared.includes(id));
      const sets = looked.reduce<string[][]>((all, id) => all.concat(all.map((set) => set.concat(id))), [[]]);
      return sets.map((set) => (set.length > 0 ? set : other === undefined ? undefined : [other])).concat(undefined);
    }
    case 'scale':
    case 'number': {
      const fits = (value: number) => value >= (question.min ?? -Infinity) && value <= (question.max ?? Infinity);
      const whole = (value: number) => question.kind === 'number' || Number.isInteger(value);
      return [undefined, ...around(compared.map(Number)).filter((value) => fits(value) && whole(value))];
    }
    case 'date': {
      const { earliest = '', latest = '9' } = question;
      const fits = (value: Known) => String(value) >= earliest && String(value) <= latest;
      return [undefined, ...aroundDates([...compared, ...ends(question)]).filter(fits)];
    }
    case 'text':
    case 'photo':
      return [undefined, 'words'];
  }
}

/** For each question a condition looks at: the ways to answer it that matter. */
function deciders(compiled: Compiled): Map<string, Known[]> {
  const compared = new Map<string, Scalar[]>();
  for (const { showIf } of compiled.questions) {
    for (const leaf of showIf ? leavesOf(showIf) : []) {
      const values = 'value' in leaf ? leaf.value : [];
      compared.set(leaf.answer, (compared.get(leaf.answer) ?? []).concat(values));
    }
  }
  const asked = compiled.questions.filter((question) => compared.has(question.id));
  return new Map(asked.map((question) => [question.id, waysToAnswer(question, compared.get(question.id) ?? [])]));
}

/**
 * Calls `visit` with the questions of each way through the branches still open, in order. False when there are more
 * ways than we follow.
 */
export function everyRoute(compiled: Compiled, state: State, visit: (route: readonly Question[]) => void): boolean {
  const ways = deciders(compiled);
  const known = new Map<string, Known>();
  const asked: Question[] = [];
  let followed = 0;
  const walk = (place: number): void => {
    const question = compiled.questions[place];
    if (!question) {
      followed += 1;
      visit(asked);
      return;
    }
    if (question.showIf && !holds(question.showIf, (id) => known.get(id))) {
      walk(place + 1);
      return;
    }
    const settled = isDealtWith(state, question.id);
    const answers = settled ? [state.answers[question.id]?.value] : (ways.get(question.id) ?? [undefined]);
    asked.push(question);
    for (const answer of answers) {
      if (followed > limits.routesFollowed) break;
      known.set(question.id, answer);
      walk(place + 1);
    }
    asked.pop();
    known.delete(question.id);
  };
  walk(0);
  return followed <= limits.routesFollowed;
}
