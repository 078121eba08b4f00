/** What of a ready-made set may not be changed, and what of a draft has been. */

import { type Compilation, compile } from '../questionnaire/compile.ts';
import { canonicalJson } from '../questionnaire/hash.ts';
import { wordKeys } from '../questionnaire/keys.ts';
import type { Compiled, Problem, Question } from '../questionnaire/types.ts';
import { mayAdd, nextPlace } from './additions.ts';
import type { Instrument } from './instruments.ts';
import type { lockParts } from './schema.ts';

type LockPart = (typeof lockParts)[number];

/** True when this part of the question is fixed. Words that nobody could check against their source may be put right. */
export function isLocked({ locks, questions }: Instrument, id: string, part: LockPart): boolean {
  const question = questions.find(({ ask }) => ask.name === id);
  if (!question || !locks?.covers.includes(part) || !(locks.questions?.includes(id) ?? true)) return false;
  return part !== 'words' || question.verified;
}

/** "This wording is fixed by the regulator. You can add your own questions after question 12." */
export function lockSentence(instrument: Instrument, { questions }: Compiled, id: string): string {
  const fixed = `This wording is fixed by ${instrument.locks?.by ?? 'its source'}.`;
  if (instrument.additions === 'anywhere') return `${fixed} You can add your own questions.`;
  const place = nextPlace(instrument, questions, questions.findIndex((question) => question.id === id) + 1);
  return place === null ? fixed : `${fixed} You can add your own questions after question ${place}.`;
}

/** The answers, their order, and which of them count as good. */
const scaleOf = ({ kind, options, min, max, positive, measure }: Question) =>
  canonicalJson([kind, options.map(({ id }) => id), min, max, positive, measure]);

/** A draft of before may lack the codes of interviewers, and none may add to them. */
const addsCodes = (now: Question, was: Question): boolean =>
  (now.interviewerOnly ?? []).some(({ id }) => !was.interviewerOnly?.some((one) => one.id === id));

const filterOf = ({ showIf, requiredIf }: Question) => canonicalJson([showIf, requiredIf]);

/** What a draft is held against. */
interface Held {
  instrument: Instrument;
  set: Compilation;
  draft: Compilation;
}

function changedIn({ instrument, set, draft }: Held, was: Question): Problem[] {
  const { id } = was;
  const now = draft.compiled.questions.find((question) => question.id === id);
  const locked = (part: LockPart) => isLocked(instrument, id, part);
  const say = (code: string, where: string, sentence: string): Problem => ({ code, where, sentence });
  const by = instrument.locks?.by ?? '';
  if (!now) return locked('order') ? [say('order_locked', id, `Question "${id}" is part of the set of ${by}.`)] : [];
  const words = draft.editions[set.language] ?? {};
  const changed = wordKeys(was).filter((key) => (words[key] ?? '') !== (set.texts[key] ?? ''));
  return [
    ...(locked('words') ? changed : []).map((key) =>
      say('wording_locked', key, lockSentence(instrument, draft.compiled, id)),
    ),
    ...(locked('scale') && (scaleOf(now) !== scaleOf(was) || addsCodes(now, was))
      ? [
          say(
            'scale_locked',
            id,
            `The answers to question "${id}", and which of them count as good, are fixed by ${by}.`,
          ),
        ]
      : []),
    ...(locked('order') && filterOf(now) !== filterOf(was)
      ? [say('order_locked', id, `Who is asked question "${id}" is fixed by ${by}.`)]
      : []),
  ];
}

function disorderIn({ instrument, set, draft }: Held): Problem[] {
  const inOrder = ({ questions }: Compiled) =>
    questions.map(({ id }) => id).filter((id) => isLocked(instrument, id, 'order'));
  const was = inOrder(set.compiled);
  const now = inOrder(draft.compiled);
  const wrong = now.find((id, place) => id !== was.filter((one) => now.includes(one))[place]);
  if (wrong === undefined) return [];
  const sentence = `The order of the questions is fixed by ${instrument.locks?.by}: question "${wrong}" is out of place.`;
  return [{ code: 'order_locked', where: wrong, sentence }];
}

/** Own questions that stand where none may. */
function misplacedIn({ instrument, draft }: Held): Problem[] {
  const { questions } = draft.compiled;
  const own = ({ id }: Question) => !instrument.questions.some(({ ask }) => ask.name === id);
  return questions.flatMap((question, place) => {
    const answer = own(question) ? mayAdd(instrument, questions, place) : null;
    return answer && !answer.may ? [{ code: 'addition_out_of_place', where: question.id, sentence: answer.why }] : [];
  });
}

/** Takes a set and a draft that began as it; gives a problem for each thing changed that is fixed. */
export function lockProblems(instrument: Instrument, draft: Compilation): Problem[] {
  if (!instrument.locks) return [];
  const held: Held = { instrument, set: compile(instrument.survey), draft };
  return [
    ...held.set.compiled.questions.flatMap((question) => changedIn(held, question)),
    ...disorderIn(held),
    ...misplacedIn(held),
  ];
}
