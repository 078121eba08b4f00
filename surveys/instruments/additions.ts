/** Where an officer's own questions may go among those of a set. */
import type { InstrumentFile, InstrumentQuestion } from './schema.ts';

/** Of a set, what this file needs. */
export interface SetOfQuestions {
  additions: InstrumentFile['additions'];
  questions: readonly SetQuestion[];
}
type SetQuestion = { ask: { name: string } } & Partial<Pick<InstrumentQuestion, 'theme' | 'filter'>>;

/** A draft as this file needs it: its questions in order. */
type Asked = readonly { id: string }[];

type MayAdd = { may: true } | { may: false; why: string };
const yes: MayAdd = { may: true };
const no = (why: string): MayAdd => ({ may: false, why });

/** Questions of the set among those given. */
const ofSet = ({ questions }: SetOfQuestions, draft: Asked): SetQuestion[] =>
  draft.flatMap(({ id }) => questions.find(({ ask }) => ask.name === id) ?? []);

/** True when a question of `after` is only asked because of an answer to one of `before`. */
const parts = (before: readonly SetQuestion[], after: readonly SetQuestion[]): boolean =>
  after.some(({ filter }) => before.some(({ ask }) => ask.name === filter?.question));

/**
 * Whether a question may be added before the one now at `position` (the length of the draft: at the very end).
 * Questions of the draft that are not of the set were added before, and stand in nobody's way.
 */
export function mayAdd(instrument: SetOfQuestions, draft: Asked, position: number): MayAdd {
  const { additions } = instrument;
  if (additions === 'anywhere') return yes;
  if (additions === 'nowhere') return no('This set takes no other questions.');
  const before = ofSet(instrument, draft.slice(0, position));
  const after = ofSet(instrument, draft.slice(position));
  if (after.length === 0) return yes;
  const last = before.at(-1);
  if (!last) return no('Nothing may be asked before the first question of this set.');
  if (parts(before, after)) return no('A question and the one that leads to it stay together.');
  if (additions === 'end') return no('Your own questions go at the very end of this set.');
  return last.theme === after[0]?.theme
    ? no(`These questions belong together ("${last.theme}"). Your own go after the last of them.`)
    : yes;
}

/** The number of the question after which the next own question may go, counted from 1, at or after question `number`; null when there is none. */
export function nextPlace(instrument: SetOfQuestions, draft: Asked, number: number): number | null {
  for (let place = number; place <= draft.length; place += 1) if (mayAdd(instrument, draft, place).may) return place;
  return null;
}
