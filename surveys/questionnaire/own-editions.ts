/**
 * Editions approved each by itself: easy read, braille, audio. Each is made from what a question is, its source words and its words in the
 * language. When any of these has changed since, it is out of date and is never sent.
 */
import { isOwnFormat } from '../format.ts';
import { canonicalJson } from './hash.ts';
import { easyKey, pictureKey } from './keys.ts';
import type { Compiled, EditionRevision, Question, Sha256, Texts } from './types.ts';

/** What an edition is made from. */
export interface Basis {
  compiled: Compiled;
  source: Texts;
  words: Texts;
}

/** What it was made from, part by part: the order of the questions, then each of them. Equal parts are equal text. */
export type Parts = Readonly<Record<string, string>>;

/** No question may be called this: ids begin with a letter. */
const orderPart = '#order';

/** The keys of a question that are read on paper: a text's shorter wording is not, nor what easy read adds. */
function wordsOf({ id }: Question, texts: Texts): Texts {
  const start = `q.${id}.`;
  const kept = Object.entries(texts).filter(
    ([key]) => key.startsWith(start) && !key.endsWith('.sms') && key !== easyKey(id) && key !== pictureKey(id),
  );
  return Object.fromEntries(kept);
}

const partOf = (question: Question, { source, words }: Basis): string => {
  const { id, kind, options, min, max, showIf } = question;
  return canonicalJson({
    question: { id, kind, options: options.map((option) => option.id), min, max, showIf },
    source: wordsOf(question, source),
    words: wordsOf(question, words),
  });
};

/** The parts an edition is made from. */
export const partsOf = (basis: Basis): Parts =>
  Object.fromEntries([
    [orderPart, basis.compiled.questions.map(({ id }) => id).join(' ')],
    ...basis.compiled.questions.map((question) => [question.id, partOf(question, basis)] as const),
  ]);

/** Hash of what an edition was made from, kept on its revision. */
export const basisHash = (basis: Basis, sha256: Sha256): Promise<string> => sha256(canonicalJson(partsOf(basis)));

/** What changed between the two, each as staff read it: "Question 7". Empty when nothing did. */
export function changesBetween(before: Basis, now: Basis): string[] {
  const was = partsOf(before);
  const is = partsOf(now);
  const order = was[orderPart] === is[orderPart] ? [] : ['Which questions are asked, or their order,'];
  const changed = now.compiled.questions.flatMap(({ id }, place) =>
    id in was && was[id] !== is[id] ? [`Question ${place + 1}`] : [],
  );
  return [...order, ...changed];
}

/** Whether an edition of its own still says what its language's approved words say. Without such words it says nothing. */
export function isFresh(own: EditionRevision, print: EditionRevision | undefined, compiled: Compiled): boolean {
  if (print === undefined) return false;
  const same = (texts: Texts) => canonicalJson(compiled.questions.map((question) => wordsOf(question, texts)));
  return same(own.texts) === same(print.texts);
}

/** Approved revisions, divided into what may be sent and what is out of date. */
export function freshOnly(
  editions: readonly EditionRevision[],
  compiled: Compiled,
): { fresh: EditionRevision[]; outOfDate: EditionRevision[] } {
  const printOf = (language: string) => editions.find((one) => one.language === language && one.format === 'standard');
  const isOld = (one: EditionRevision) => isOwnFormat(one.format) && !isFresh(one, printOf(one.language), compiled);
  return { fresh: editions.filter((one) => !isOld(one)), outOfDate: editions.filter(isOld) };
}
