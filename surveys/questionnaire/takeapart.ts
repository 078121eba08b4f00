/** Multilingual SurveyJS JSON into a structure and one set of texts a language, and back. */
import { introKey, optionKey, pageKey, type QuestionPart, questionKey, titleKey } from './keys.ts';
import type { Element, Structure, SurveyJson } from './schema.ts';
import type { Texts } from './types.ts';

/** Texts by language code; the source language is one of them. */
export type Editions = Record<string, Texts>;
/** A survey taken apart: its structure without a word in it, and the words by language. */
export interface SurveyParts {
  structure: Structure;
  editions: Editions;
}
type Words = string | Record<string, string>;
/** A place in a survey where words stand. */
export interface Slot {
  holder: Record<string, unknown>;
  property: string;
  key: string;
}

const parts: Record<string, QuestionPart> = {
  title: 'title',
  description: 'hint',
  smsTitle: 'sms',
  minRateDescription: 'min',
  maxRateDescription: 'max',
};
/** Words of options that SurveyJS keeps beside the list; [shown when this is true, words, option id]. */
export const itemProperties = [
  ['showNoneItem', 'noneText', 'none'],
  ['showRefuseItem', 'refuseText', 'refused'],
  ['showDontKnowItem', 'dontKnowText', 'dontknow'],
] as const;

export const defaultLanguage = 'en';

/** What SurveyJS calls a language, where that is not what we call it. */
const surveyJsLocales: Record<string, string> = { 'zh-Hans': 'zh-cn' };
const ourLanguages = new Map(Object.entries(surveyJsLocales).map(([ours, theirs]) => [theirs, ours]));
const ours = (locale: string): string => ourLanguages.get(locale) ?? locale;
const theirs = (language: string): string => surveyJsLocales[language] ?? language;

/** The language a questionnaire was written in, by our name. Takes one as it is kept, read or not. */
export const sourceLanguage = ({ locale }: { locale?: unknown }): string =>
  ours(typeof locale === 'string' ? locale : defaultLanguage);

function slotsOfElement(element: Element): Slot[] {
  const holder: Record<string, unknown> = element;
  const slots: Slot[] = Object.entries(parts)
    .filter(([property]) => !property.endsWith('RateDescription') || element.type === 'rating')
    .map(([property, part]) => ({ holder, property, key: questionKey(element.name, part) }));
  const option = (property: string, id: string) => slots.push({ holder, property, key: optionKey(element.name, id) });
  if (element.type === 'boolean') {
    option('labelTrue', 'yes');
    option('labelFalse', 'no');
  }
  if ('choices' in element) {
    for (const choice of element.choices) {
      slots.push({ holder: choice, property: 'text', key: optionKey(element.name, String(choice.value)) });
    }
    for (const [shown, words, id] of itemProperties) if (element[shown]) option(words, id);
  }
  return slots;
}

function slotsOfPage(page: SurveyJson['pages'][number]): Slot[] {
  const questions = page.elements.flatMap(slotsOfElement);
  const { name } = page;
  return name === undefined ? questions : [{ holder: page, property: 'description', key: pageKey(name) }, ...questions];
}

export function slotsOf(survey: SurveyJson): Slot[] {
  return [
    { holder: survey, property: 'title', key: titleKey },
    { holder: survey, property: 'description', key: introKey },
    ...survey.pages.flatMap(slotsOfPage),
  ];
}

const copy = (survey: SurveyJson): SurveyJson => JSON.parse(JSON.stringify(survey)) as SurveyJson;

/** Takes a survey; gives its structure without a word in it, and the words by language. */
export function takeApart(survey: SurveyJson): SurveyParts {
  const structure = copy(survey);
  const source = sourceLanguage(survey);
  const editions: Editions = { [source]: {} };
  for (const { holder, property, key } of slotsOf(structure)) {
    const words = holder[property] as Words | undefined;
    delete holder[property];
    if (words === undefined) continue;
    for (const [code, text] of Object.entries(typeof words === 'string' ? { default: words } : words)) {
      const language = code === 'default' ? source : ours(code);
      editions[language] = { ...editions[language], [key]: text };
    }
  }
  return { structure, editions };
}

/** The reverse of `takeApart`: a word that only the source language has is a plain string. */
export function assemble(structure: Structure, editions: Editions): SurveyJson {
  const survey = copy(structure);
  const source = sourceLanguage(structure);
  for (const { holder, property, key } of slotsOf(survey)) {
    const words = Object.entries(editions).flatMap(([language, texts]) => {
      const text = texts[key];
      return text === undefined ? [] : [[language === source ? 'default' : theirs(language), text] as const];
    });
    const only = words[0];
    if (!only) continue;
    holder[property] = words.length === 1 && only[0] === 'default' ? only[1] : Object.fromEntries(words);
  }
  return survey;
}
