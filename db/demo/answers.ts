import { newState } from '../../surveys/interview/state.ts';
import { step } from '../../surveys/interview/step.ts';
import type { Context, Input, State } from '../../surveys/interview/types.ts';
import type { Language } from '../../surveys/language.ts';
import type { Mode } from '../../surveys/mode.ts';
import type { Compiled, Question } from '../../surveys/questionnaire/types.ts';
import type { Pick } from './pick.ts';
import proportions from './proportions.json' with { type: 'json' };

/** Somebody answering: who, how pleased (above 0: more often than most), how and when. */
export interface Answering {
  person: { language: string };
  lean: number;
  mode: Mode;
  at: Date;
}

/** Runs the real engine as an invented resident would answer; gives the finished interview and what was put in. */
export function answerAll(
  compiled: Compiled,
  { person, lean, mode, at }: Answering,
  pick: Pick,
): { state: State; inputs: Input[] } {
  const context: Context = { mode, at: at.toISOString(), by: null };
  const inputs: Input[] = [{ type: 'start' }];
  let state = step(compiled, newState(person.language as Language), { type: 'start' }, context).state;
  while (state.cursor !== null) {
    const question = compiled.questions.find((each) => each.id === state.cursor) as Question;
    const input = inputFor(question, person.language, lean, pick);
    inputs.push(input);
    state = step(compiled, state, input, context).state;
  }
  return { state, inputs };
}

function inputFor(question: Question, language: string, lean: number, pick: Pick): Input {
  const value = valueFor(question, language, lean, pick);
  return value === null || pick.chance(0.03) ? { type: 'skip' } : { type: 'answer', question: question.id, value };
}

function valueFor(question: Question, language: string, lean: number, pick: Pick): unknown {
  const ordinary = question.options.filter((option) => option.meaning === null).map((option) => option.id);
  switch (question.kind) {
    case 'single':
      return question.positive.length > 0 ? leaning(ordinary, lean, pick) : pick.from(ordinary);
    case 'yes_no':
      return pick.chance(0.55) ? 'yes' : 'no';
    case 'multiple': {
      const chosen = ordinary.filter(() => pick.chance(0.3));
      const none = question.options.find((option) => option.meaning === 'none')?.id ?? ordinary[0];
      return chosen.length > 0 ? chosen : [none];
    }
    case 'scale':
      return Math.max(
        question.min ?? 0,
        Math.min(question.max ?? 10, Math.round(6.6 + lean * 2.2 + noise(pick) * 2.4)),
      );
    case 'text':
      return pick.chance(0.5) ? pick.from(writtenIn(language)) : null;
    case 'number':
      return question.min ?? 0;
    case 'date':
    case 'photo':
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
function leaning(options: readonly string[], lean: number, pick: Pick): string {
  const middle = 0.3 - lean * 0.22 + noise(pick) * 0.27;
  const index = Math.max(0, Math.min(options.length - 1, Math.floor(middle * options.length)));
  return options[index] ?? (options[0] as string);
}
