/** From any JSON to the SurveyJS JSON we accept, or a plain sentence for each thing we do not. */
import type { z } from 'zod';
import { limits } from '../limits.ts';
import { elementsOf, type SurveyJson, surveySchema } from './schema.ts';
import { isObject, type Json, tidySurvey } from './tidy.ts';
import type { Problem } from './types.ts';

/** What to say of the kinds of question that cannot be asked in every mode. */
export const refusedTypes: Record<string, string> = {
  matrix: 'is a grid. Ask each row as its own question.',
  matrixdropdown: 'is a grid. Ask each row as its own question.',
  matrixdynamic: 'is a grid. Ask each row as its own question.',
  html: 'is a piece of web page. Put its words in the hint of a question.',
  signaturepad: 'asks for a signature. Nobody can give one by text.',
  panel: 'is a box of questions. Take the questions out of it.',
  paneldynamic: 'is a box of questions that repeats. Ask each question once.',
  ranking: 'asks for an order. Ask for the one that matters most.',
  imagepicker: 'shows pictures. Use a choice with words.',
  image: 'is a picture. Leave it out.',
  expression: 'works something out. Leave it out.',
  tagbox: 'is a list to search. Use a choice with words.',
  multipletext: 'has several boxes. Ask each as its own question.',
  slider: 'is a slider. Use a scale.',
};

function at(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => (value as Json | undefined)?.[String(step)], json);
}

/** Name of the question that holds `path`, else the path itself. */
function placeOf(json: unknown, path: readonly PropertyKey[]): { where: string; subject: string } {
  const depth = path.indexOf('elements');
  if (depth < 0 || path.length < depth + 2) return { where: path.join('.'), subject: 'The questionnaire' };
  const name = at(json, [...path.slice(0, depth + 2), 'name']);
  const where = typeof name === 'string' ? name : path.slice(0, depth + 2).join('.');
  return {
    where,
    subject: typeof name === 'string' ? `Question "${name}"` : `Question ${Number(path[depth + 1]) + 1}`,
  };
}

function sentenceOf(json: unknown, issue: z.core.$ZodIssue, subject: string): string {
  const last = String(issue.path.at(-1) ?? '');
  if (issue.code === 'unrecognized_keys') {
    return `${subject} uses ${issue.keys.map((key) => `"${key}"`).join(', ')}, which we cannot do in every way of answering.`;
  }
  if (last === 'type') {
    const type = String(at(json, issue.path));
    const why = Object.hasOwn(refusedTypes, type) ? refusedTypes[type] : `is of a kind we do not know ("${type}").`;
    return `${subject} ${why}`;
  }
  if (last === 'acceptedTypes')
    return `${subject} asks for a file that need not be a photo. Ask for one photo: accept "image/*" alone.`;
  if (last === 'allowMultiple') return `${subject} asks for several files. Ask for one photo.`;
  if (last === 'name') return `${subject} needs a name of letters, numbers and _, at most ${limits.idLetters} long.`;
  if (last === 'value') return `${subject} has an answer whose value is not letters, numbers, - or _.`;
  if (issue.code === 'too_big') return `${subject} has too much in "${last}": at most ${issue.maximum}.`;
  return `${subject} has something in "${last || 'it'}" that we cannot read.`;
}

/** Kinds first: a refused kind says one sentence, not one for each of its properties. */
function refusedElement(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_union' && issue.path.at(-1) === 'type';
}

function nameProblems(survey: SurveyJson): Problem[] {
  const seen = new Set<string>();
  return elementsOf(survey).flatMap(({ name }) => {
    if (name in {}) return [{ code: 'name', where: name, sentence: `A question cannot be named "${name}".` }];
    if (seen.has(name.toLowerCase())) {
      return [{ code: 'same_name', where: name, sentence: `Two questions are named "${name}".` }];
    }
    seen.add(name.toLowerCase());
    return [];
  });
}

/**
 * Takes any JSON. Gives the survey, tidied, or null with a problem for each thing we do not accept.
 */
export function readSurveyJson(json: unknown): { survey: SurveyJson | null; problems: Problem[] } {
  if (!isObject(json)) {
    return {
      survey: null,
      problems: [{ code: 'not_a_survey', where: '', sentence: 'This is not a SurveyJS survey.' }],
    };
  }
  const tidy = tidySurvey(json);
  const parsed = surveySchema.safeParse(tidy);
  if (!parsed.success) return { survey: null, problems: parsed.error.issues.map((issue) => problemOf(tidy, issue)) };
  const problems = nameProblems(parsed.data);
  const count = elementsOf(parsed.data).length;
  if (count === 0) problems.push({ code: 'no_questions', where: '', sentence: 'There are no questions yet.' });
  if (count > limits.questions) {
    const sentence = `There are ${count} questions; at most ${limits.questions} can be asked.`;
    problems.push({ code: 'too_many_questions', where: '', sentence });
  }
  return { survey: parsed.data, problems };
}

function problemOf(json: unknown, issue: z.core.$ZodIssue): Problem {
  const { where, subject } = placeOf(json, issue.path);
  const code = refusedElement(issue) ? 'kind_not_accepted' : 'not_accepted';
  return { code, where, sentence: sentenceOf(json, issue, subject) };
}
