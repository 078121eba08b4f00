/** Holds an edit against what somebody else fixed: refuses it with the reason, and says where own questions may go. */
import { mayAdd, nextPlace, type SetOfQuestions } from '../../instruments/additions.ts';
import { elementsOf } from '../elements.ts';
import { canonicalJson } from '../hash.ts';
import type { Element, SurveyJson } from '../schema.ts';
import { sourceLanguage, takeApart } from '../takeapart.ts';
import type { Texts } from '../types.ts';
import { offered } from './kinds.ts';
import type { Outcome, Refusal } from './outcome.ts';

/** What is fixed of one question: its words; that it is asked, in this order, of these people; its answers. */
interface Fixed {
  words: boolean;
  order: boolean;
  scale: boolean;
}
/** What is fixed of a draft that began as a ready-made set. */
export interface Guard extends SetOfQuestions {
  /** Who fixed it, as it stands after "fixed by". */
  by: string;
  questions: readonly (SetOfQuestions['questions'][number] & Fixed)[];
}

interface Held {
  guard: Guard | null;
  before: SurveyJson;
  after: SurveyJson;
  /** Source words by key. */
  words: { before: Texts; after: Texts };
}

const named = (survey: SurveyJson, name: string): Element | undefined =>
  elementsOf(survey).find((element) => element.name === name);

/** What is fixed of a question. The wording of a published measure is fixed wherever it came from. */
export function fixedOf(guard: Guard | null, element: Element): Fixed {
  const found = guard?.questions.find(({ ask }) => ask.name === element.name);
  return found ?? { words: element.measure !== undefined, order: false, scale: false };
}

const asked = (survey: SurveyJson) => elementsOf(survey).map(({ name }) => ({ id: name }));

/** "This wording is fixed by the regulator. You can add your own questions after question 12." */
export function whyFixed(
  guard: Guard | null,
  survey: SurveyJson,
  name: string,
  what = 'This wording is fixed',
): string {
  const fixed = `${what} by ${guard?.by ?? 'the regulator'}.`;
  if (!guard || guard.additions === 'anywhere') return `${fixed} You can add your own questions.`;
  const all = asked(survey);
  const place = nextPlace(guard, all, all.findIndex(({ id }) => id === name) + 1);
  return place === null ? fixed : `${fixed} You can add your own questions after question ${place}.`;
}

const scaleOf = (element: Element) =>
  canonicalJson([
    element.type,
    offered(element),
    'min' in element ? [element.min, element.max] : null,
    element.positive ?? [],
    element.measure,
    element.interviewerOnly ?? [],
  ]);
const askedOf = ({ visibleIf, requiredIf }: Element) => canonicalJson([visibleIf, requiredIf]);

const sourceTexts = (survey: SurveyJson): Texts => takeApart(survey).editions[sourceLanguage(survey)] ?? {};
/** Those of one question. */
const wordsOf = (texts: Texts, name: string): string =>
  canonicalJson(Object.fromEntries(Object.entries(texts).filter(([key]) => key.startsWith(`q.${name}.`))));

/** Why a question may not be as it is now, or null. */
function changedIn({ guard, before, after, words }: Held, was: Element): string | null {
  const fixed = fixedOf(guard, was);
  const why = (what: string) => whyFixed(guard, before, was.name, what);
  const now = named(after, was.name);
  if (!now) return fixed.order ? why('Which questions are asked is fixed') : null;
  if (fixed.scale && scaleOf(now) !== scaleOf(was))
    return why('The answers, and which of them count as good, are fixed');
  if (fixed.order && askedOf(now) !== askedOf(was)) return why('Who is asked this is fixed');
  return fixed.words && wordsOf(words.after, was.name) !== wordsOf(words.before, was.name)
    ? why('This wording is fixed')
    : null;
}

function disorderIn({ guard, before, after }: Held): string | null {
  const inOrder = (survey: SurveyJson) =>
    elementsOf(survey)
      .filter((element) => fixedOf(guard, element).order)
      .map(({ name }) => name);
  const [was, now] = [inOrder(before), inOrder(after)];
  const wrong = now.find((name, place) => name !== was.filter((one) => now.includes(one))[place]);
  return wrong === undefined ? null : whyFixed(guard, before, wrong, 'The order of the questions is fixed');
}

/** Own questions that stand where none may; those that did before stand in nobody's way. */
function misplacedIn({ guard, before, after }: Held): Refusal | null {
  if (!guard) return null;
  const wrongIn = (survey: SurveyJson) =>
    elementsOf(survey).flatMap((element, place) => {
      if (guard.questions.some(({ ask }) => ask.name === element.name)) return [];
      const may = mayAdd(guard, asked(survey), place);
      return may.may ? [] : [{ name: element.name, place, why: may.why }];
    });
  const known = wrongIn(before).map(({ name }) => name);
  const wrong = wrongIn(after).find(({ name }) => !known.includes(name));
  if (!wrong) return null;
  const others = asked(after).filter(({ id }) => id !== wrong.name);
  const next = nextPlace(guard, others, wrong.place);
  return {
    code: 'place',
    sentence: next === null ? wrong.why : `${wrong.why} The next place is after question ${next}.`,
    ...(next !== null && { after: next }),
  };
}

/** Gives the outcome, or a refusal where it would change what is fixed. */
export function guarded(before: SurveyJson, outcome: Outcome, guard: Guard | null): Outcome {
  if ('refused' in outcome) return outcome;
  const after = outcome.survey;
  const held = { guard, before, after, words: { before: sourceTexts(before), after: sourceTexts(after) } };
  for (const was of elementsOf(before)) {
    const sentence = changedIn(held, was);
    if (sentence !== null) return { refused: { code: 'fixed', sentence } };
  }
  const disorder = disorderIn(held);
  if (disorder !== null) return { refused: { code: 'fixed', sentence: disorder } };
  const misplaced = misplacedIn(held);
  return misplaced ? { refused: misplaced } : outcome;
}
