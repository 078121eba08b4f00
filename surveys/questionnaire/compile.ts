/** SurveyJS JSON in; what answering needs out. */
import { isLanguage } from '../language.ts';
import { limits } from '../limits.ts';
import { compileCondition } from './condition.ts';
import { optionKey } from './keys.ts';
import { readSurveyJson } from './read.ts';
import { type Element, elementsOf, type Structure } from './schema.ts';
import { ExpressionError } from './surveyjs.ts';
import { type Editions, itemProperties, sourceLanguage, takeApart } from './takeapart.ts';
import {
  type Compiled,
  type Expression,
  type Option,
  optionMeanings,
  type Problem,
  type Question,
  type QuestionKind,
  type Texts,
} from './types.ts';
import { wordProblems } from './words.ts';

/** Raised when the compiled form changes, so that stored ones are made again. */
export const compilerVersion = 1;

export interface Compilation {
  structure: Structure;
  /** Code of the language the source words are in. */
  language: string;
  compiled: Compiled;
  /** Words of the source language. */
  texts: Texts;
  /** Words of every language, the source among them. */
  editions: Editions;
  /** Nothing with a problem may be published. */
  problems: Problem[];
}

const kinds: Record<Element['type'], QuestionKind> = {
  radiogroup: 'single',
  dropdown: 'single',
  checkbox: 'multiple',
  rating: 'scale',
  boolean: 'yes_no',
  text: 'text',
  comment: 'text',
  file: 'text',
};

const kindOf = (element: Element): QuestionKind =>
  element.type === 'text' && element.inputType && element.inputType !== 'text'
    ? element.inputType
    : kinds[element.type];

function optionIds(element: Element): string[] {
  if (element.type === 'boolean') return ['yes', 'no'];
  if (!('choices' in element)) return [];
  const special = itemProperties.filter(([shown]) => element[shown]).map(([, , id]) => id);
  return [...element.choices.map((choice) => String(choice.value)), ...special];
}

const option = (question: string, id: string): Option => ({
  id,
  key: optionKey(question, id),
  meaning: Object.hasOwn(optionMeanings, id) ? optionMeanings[id as keyof typeof optionMeanings] : null,
});

function rangeOf(element: Element): { min: number | null; max: number | null } {
  if (element.type === 'rating') return { min: element.rateMin, max: element.rateMax };
  if (element.type === 'text') return { min: element.min ?? null, max: element.max ?? null };
  return { min: null, max: null };
}

function questionOf(element: Element): Question {
  const kind = kindOf(element);
  const written = element.type === 'text' || element.type === 'comment';
  return {
    id: element.name,
    kind,
    required: element.isRequired ?? false,
    options: optionIds(element).map((id) => option(element.name, id)),
    ...rangeOf(element),
    maxLength: kind === 'text' && written ? (element.maxLength ?? limits.answerLetters) : null,
    showIf: null,
    requiredIf: null,
    positive: element.positive ?? [],
    measure: element.measure ?? null,
    ...(element.interviewerOnly && { interviewerOnly: element.interviewerOnly.map((id) => option(element.name, id)) }),
  };
}

function faultsOf({ id, kind, options, min, max, positive, interviewerOnly }: Question): Problem[] {
  const ids = options.map((one) => one.id.toLowerCase());
  const all = new Set([...ids, ...(interviewerOnly ?? []).map((one) => one.id)]);
  const scale = kind === 'scale' ? (max ?? 0) - (min ?? 0) : null;
  const offered = (value: string) =>
    kind === 'scale' ? Number(value) >= (min ?? 0) && Number(value) <= (max ?? 0) : ids.includes(value.toLowerCase());
  const faults: [boolean, string, string][] = [
    [all.size < ids.length + (interviewerOnly?.length ?? 0), 'same_option', 'offers the same answer twice.'],
    [ids.length > limits.options, 'too_many_options', `offers more than ${limits.options} answers.`],
    [
      scale !== null && (scale < 1 || scale > limits.scaleSteps),
      'scale',
      `needs a scale of 1 to ${limits.scaleSteps} steps.`,
    ],
    [kind === 'number' && min !== null && max !== null && min > max, 'range', 'has a lowest number above its highest.'],
    [!positive.every(offered), 'positive', 'counts an answer as good that it does not offer.'],
  ];
  return faults
    .filter(([wrong]) => wrong)
    .map(([, code, words]) => ({ code, where: id, sentence: `Question "${id}" ${words}` }));
}

/** Takes a structure; gives the compiled form and what is wrong with it. A condition with a problem is left out. */
export function compileStructure(structure: Structure): { compiled: Compiled; problems: Problem[] } {
  const earlier = new Map<string, Question>();
  const problems: Problem[] = [];
  const condition = (element: Element, text: string | undefined): Expression | null => {
    if (!text) return null;
    try {
      return compileCondition(text, earlier);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      problems.push({
        code: 'condition',
        where: element.name,
        sentence: `Question "${element.name}" has a condition ${error.message}.`,
      });
      return null;
    }
  };
  for (const element of elementsOf(structure)) {
    const question = questionOf(element);
    question.showIf = condition(element, element.visibleIf);
    question.requiredIf = condition(element, element.requiredIf);
    problems.push(...faultsOf(question));
    earlier.set(question.id, question);
  }
  return { compiled: { compiler: compilerVersion, questions: [...earlier.values()] }, problems };
}

function languageProblems(editions: Editions): Problem[] {
  return Object.keys(editions)
    .filter((code) => !isLanguage(code))
    .map((code) => ({ code: 'language', where: code, sentence: `We cannot speak to residents in "${code}" yet.` }));
}

const nothing: Structure = { pages: [] };

/**
 * Takes multilingual SurveyJS JSON, from anywhere. Gives its parts and, for each thing that cannot be asked in
 * every mode, a problem with a plain sentence. Never throws.
 */
export function compile(surveyJs: unknown): Compilation {
  const { survey, problems } = readSurveyJson(surveyJs);
  const { structure, editions } = survey ? takeApart(survey) : { structure: nothing, editions: {} };
  const { compiled, problems: faults } = compileStructure(structure);
  const language = sourceLanguage(structure);
  const words = Object.entries(editions).flatMap(([code, texts]) => wordProblems(code, texts));
  return {
    structure,
    language,
    compiled,
    texts: editions[language] ?? {},
    editions,
    problems: [...problems, ...languageProblems(editions), ...words, ...faults],
  };
}
