/** Wording that stands in the bank in several languages, for reuse wherever the source words are the same. */
import { optionPhrases } from '../questionnaire/option-phrases.ts';
import { readSurveyJson } from '../questionnaire/read.ts';
import { takeApart } from '../questionnaire/takeapart.ts';
import { instruments } from './instruments.ts';
import { approvedScales, scaleWords } from './survey-of.ts';

/** One piece of wording by language; `approved` names the languages in which a person has said that it is right. */
export interface BankPhrase {
  words: Readonly<Record<string, string>>;
  approved: readonly string[];
}

/** The words of a ready-made set, each in the languages of the set. */
function setPhrases(survey: Record<string, unknown>): BankPhrase[] {
  const { survey: read } = readSurveyJson(survey);
  if (read === null) return [];
  const editions = Object.entries(takeApart(read).editions);
  const keys = new Set(editions.flatMap(([, texts]) => Object.keys(texts)));
  return [...keys].map((key) => ({
    words: Object.fromEntries(
      editions.flatMap(([language, texts]) => (texts[key] === undefined ? [] : [[language, texts[key]]])),
    ),
    approved: [],
  }));
}

/** Scales first: what stands there is what a scale says everywhere. Then our own phrases for answers, then the questions of the sets. */
export const bankPhrases: readonly BankPhrase[] = [
  ...scaleWords.map((words) => ({ words, approved: approvedScales })),
  ...optionPhrases(),
  ...instruments.flatMap(({ survey, languages }) => (languages.length > 1 ? setPhrases(survey) : [])),
];
