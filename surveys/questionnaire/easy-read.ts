/** Easier words and pictures beside the exact questions, and what a person should look at in them. */
import { easyKey, pictureKey } from './keys.ts';
import type { Compiled, Texts } from './types.ts';

/** What easy read adds to a question. */
export interface EasyQuestion {
  /** Easier words; empty when there are none. */
  words: string;
  /** The name of a picture: a drawing of ours, or `own:` and an id; null for none. */
  picture: string | null;
}

export const easyOf = (id: string, texts: Texts): EasyQuestion => ({
  words: texts[easyKey(id)] ?? '',
  picture: texts[pictureKey(id)] ?? null,
});

/** Only what easy read adds, of all words of an edition. */
export const easyTexts = ({ questions }: Compiled, texts: Texts): Texts =>
  Object.fromEntries(
    questions
      .flatMap(({ id }) => [easyKey(id), pictureKey(id)])
      .flatMap((key) => (texts[key] === undefined ? [] : [[key, texts[key]] as const])),
  );

/** Most words of an easy sentence (Department of Health, Making written information easier to understand, 2010). */
export const mostWords = 15;

/** Everyday words for words that easy read does without. English alone: other languages are read by people. */
const hardWords: Readonly<Record<string, string>> = {
  accommodation: 'home',
  additional: 'more',
  adequate: 'enough',
  anonymous: 'without your name',
  appropriate: 'right',
  approximately: 'about',
  assistance: 'help',
  commence: 'start',
  communal: 'shared',
  complete: 'fill in',
  confidential: 'private',
  consultation: 'asking people',
  dissatisfied: 'not happy',
  dwelling: 'home',
  enquiry: 'question',
  facilities: 'things we have',
  household: 'people you live with',
  implement: 'do',
  improve: 'make better',
  inform: 'tell',
  maintain: 'look after',
  maintenance: 'looking after',
  neighbourhood: 'area where you live',
  opportunity: 'chance',
  participate: 'take part',
  prior: 'before',
  provide: 'give',
  purchase: 'buy',
  regarding: 'about',
  request: 'ask for',
  require: 'need',
  resident: 'person who lives here',
  residents: 'people who live here',
  respond: 'answer',
  satisfaction: 'how happy you are',
  satisfied: 'happy',
  sufficient: 'enough',
  tenancy: 'renting your home',
  utilise: 'use',
};

export interface EasyWarning {
  question: string;
  sentence: string;
}

const sentencesOf = (words: string): string[] => words.split(/(?<=[.!?؟۔])\s+|\n+/u).filter((one) => one.trim() !== '');
const wordsIn = (sentence: string): string[] => sentence.match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [];

function warningsOf(words: string, english: boolean): string[] {
  const long = sentencesOf(words).flatMap((sentence) => {
    const count = wordsIn(sentence).length;
    return count > mostWords
      ? [`"${sentence.trim().slice(0, 40)}…" has ${count} words. Easy read has at most ${mostWords} in a sentence.`]
      : [];
  });
  const hard = english ? [...new Set(wordsIn(words).map((word) => word.toLowerCase()))] : [];
  const easier = hard.flatMap((word) => {
    const instead = Object.hasOwn(hardWords, word) ? hardWords[word] : undefined;
    return instead ? [`"${word}" is a hard word. You could say "${instead}", or say what it means.`] : [];
  });
  return [...long, ...easier];
}

/** What a person should look at before approving: long sentences, hard words, questions with no picture or no easier words. */
export function easyWarnings({ questions }: Compiled, texts: Texts, language: string): EasyWarning[] {
  return questions.flatMap(({ id }, place) => {
    const { words, picture } = easyOf(id, texts);
    const name = `Question ${place + 1}`;
    const lacking = [
      ...(words === '' ? [`${name} has no easier words.`] : []),
      ...(picture === null ? [`${name} has no picture.`] : []),
    ];
    return [...lacking, ...warningsOf(words, language === 'en').map((one) => `${name}: ${one}`)].map((sentence) => ({
      question: id,
      sentence,
    }));
  });
}
