import { newState } from '../../surveys/interview/state.ts';
import { step } from '../../surveys/interview/step.ts';
import type { Context, Input, State } from '../../surveys/interview/types.ts';
import type { Language } from '../../surveys/language.ts';
import type { Mode } from '../../surveys/mode.ts';
import type { Compiled, Question } from '../../surveys/questionnaire/types.ts';
import type { Person } from './people.ts';
import type { Pick } from './pick.ts';
import proportions from './proportions.json' with { type: 'json' };

/** Above 0: pleased more often than most. */
export type Lean = number;

/** Runs the real engine as an invented resident would answer; gives the finished interview. */
export function answerAll(compiled: Compiled, person: Person, lean: Lean, mode: Mode, at: Date, pick: Pick): State {
  const context: Context = { mode, at: at.toISOString(), by: null };
  let state = step(compiled, newState(person.language as Language), { type: 'start' }, context).state;
  while (state.cursor !== null) {
    const question = compiled.questions.find((each) => each.id === state.cursor) as Question;
    state = step(compiled, state, inputFor(question, person, lean, pick), context).state;
  }
  return state;
}

function inputFor(question: Question, person: Person, lean: Lean, pick: Pick): Input {
  const value = valueFor(question, person, lean, pick);
  return value === null || pick.chance(0.03) ? { type: 'skip' } : { type: 'answer', question: question.id, value };
}

function valueFor(question: Question, person: Person, lean: Lean, pick: Pick): unknown {
  const ordinary = question.options.filter((option) => option.meaning === null).map((option) => option.id);
  switch (question.kind) {
    case 'single':
      return question.positive.length > 0 ? leaning(ordinary, lean, pick) : pick.from(ordinary);
    case 'yes_no':
      return pick.chance(0.55) ? 'yes' : 'no';
    case 'multiple': {
      const chosen = ordinary.filter(() => pick.chance(0.3));
      return chosen.length > 0
        ? chosen
        : (question.options.find((o) => o.meaning === 'none')?.id.split('\n') ?? ordinary.slice(0, 1));
    }
    case 'scale':
      return Math.max(
        question.min ?? 0,
        Math.min(question.max ?? 10, Math.round(6.6 + lean * 2.2 + noise(pick) * 2.4)),
      );
    case 'text':
      return pick.chance(0.5) ? pick.from(writtenIn(person.language)) : null;
    case 'number':
      return question.min ?? 0;
    case 'date':
      return null;
    default:
      return question.kind satisfies never;
  }
}

const writtenIn = (language: string): readonly string[] =>
  proportions.written[language as keyof typeof proportions.written] ?? proportions.written.en;

/** About normal, standard deviation 1: the sum of twelve even draws (Irwin-Hall). */
const noise = (pick: Pick) => Array.from({ length: 12 }, () => pick.number()).reduce((sum, n) => sum + n, -6);

/** Good answers come first in a satisfaction scale, so a pleased person picks near the top. */
function leaning(options: readonly string[], lean: Lean, pick: Pick): string {
  const middle = 0.3 - lean * 0.22 + noise(pick) * 0.27;
  const index = Math.max(0, Math.min(options.length - 1, Math.floor(middle * options.length)));
  return options[index] ?? (options[0] as string);
}
