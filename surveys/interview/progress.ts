/** "Question 3 of up to 8": how far along, never promising less than may come. */
import { limits } from '../limits.ts';
import { holds, type Known, leavesOf } from '../questionnaire/evaluate.ts';
import type { Compiled, Question, Scalar } from '../questionnaire/types.ts';
import { route } from './route.ts';
import { isDealtWith } from './state.ts';
import type { Progress, State } from './types.ts';

interface Lengths {
  shortest: number;
  longest: number;
}

/** Below, at, between and above each number; enough to make every order comparison come out each way. */
function around(values: readonly number[]): number[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const between = sorted.slice(1).map((value, index) => (value + (sorted[index] ?? value)) / 2);
  return [...sorted, ...between, (sorted[0] ?? 0) - 1, (sorted.at(-1) ?? 0) + 1];
}

/** The same for dates: '0' sorts before each, and a date with '~' after it sorts just after that date. */
const aroundDates = (values: readonly Scalar[]): Known[] => ['0', ...values.flatMap((date) => [date, `${date}~`])];

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
      const sets = looked.reduce<string[][]>((all, id) => [...all, ...all.map((set) => [...set, id])], [[]]);
      return sets.map((set) => (set.length > 0 ? set : other === undefined ? undefined : [other])).concat(undefined);
    }
    case 'scale':
    case 'number': {
      const fits = (value: number) => value >= (question.min ?? -Infinity) && value <= (question.max ?? Infinity);
      const whole = (value: number) => question.kind === 'number' || Number.isInteger(value);
      return [undefined, ...around(compared.map(Number)).filter((value) => fits(value) && whole(value))];
    }
    case 'date':
      return [undefined, ...aroundDates(compared)];
    case 'text':
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

/** Follows every way through the open branches; null when there are too many to follow. */
function follow(compiled: Compiled, state: State): Lengths | null {
  const ways = deciders(compiled);
  const known = new Map<string, Known>();
  let followed = 0;
  const walk = (place: number, length: number): Lengths => {
    const question = compiled.questions[place];
    if (!question) {
      followed += 1;
      return { shortest: length, longest: length };
    }
    if (question.showIf && !holds(question.showIf, (id) => known.get(id))) return walk(place + 1, length);
    const settled = isDealtWith(state, question.id);
    const answers = settled ? [state.answers[question.id]?.value] : (ways.get(question.id) ?? [undefined]);
    const all = { shortest: Infinity, longest: 0 };
    for (const answer of answers) {
      if (followed > limits.routesFollowed) break;
      known.set(question.id, answer);
      const one = walk(place + 1, length + 1);
      all.shortest = Math.min(all.shortest, one.shortest);
      all.longest = Math.max(all.longest, one.longest);
    }
    known.delete(question.id);
    return all;
  };
  const lengths = walk(0, 0);
  return followed > limits.routesFollowed ? null : lengths;
}

/** Takes an interview; gives its place and the longest route still possible. */
export function progress(compiled: Compiled, state: State): Progress {
  const lengths = follow(compiled, state);
  const total = lengths?.longest ?? compiled.questions.length;
  const place = route(compiled, state).findIndex((question) => question.id === state.cursor);
  return {
    number: place < 0 ? total : place + 1,
    total,
    open: lengths === null || lengths.shortest < lengths.longest,
  };
}
