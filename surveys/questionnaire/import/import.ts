/** An existing SurveyJS questionnaire as ours: what we accept is taken, and everything else is said, item by item. */
import { isLanguage } from '../../language.ts';
import { limits } from '../../limits.ts';
import { compile } from '../compile.ts';
import { arranged, type Head, type Item, withPageNames } from '../edit/flat.ts';
import { refusedTypes } from '../read.ts';
import { elementSchema, type SurveyJson } from '../schema.ts';
import { defaultLanguage } from '../takeapart.ts';
import type { Converting } from './choices.ts';
import { conditionIn, dropConditions } from './conditions.ts';
import { whatAllDoes, whatItDoes } from './does.ts';
import { kinds, known } from './kinds.ts';
import { called, isObject, type Json, type Left, Told } from './left.ts';
import { looks } from './looks.ts';
import { Names } from './names.ts';
import { type Found, walk } from './walk.ts';
import { readWords } from './words.ts';

export interface Imported {
  /** Null when nothing can be made of it. */
  survey: SurveyJson | null;
  left: Left[];
}

/** A question as it will be, with the conditions of the file still to be written in our names. */
interface Candidate {
  element: Json;
  name: string;
  visible: readonly string[];
  required: readonly string[];
}

const wordsOf = (element: Json, name: string, converting: Converting): Json => {
  const all: Json = {};
  for (const property of ['title', 'description', 'smsTitle']) {
    const words = readWords(element[property], converting, name);
    if (words !== undefined) all[property] = words;
  }
  return all;
};

function tellUnknown(element: Json, name: string, { told }: Converting): void {
  for (const property of Object.keys(element)) {
    if (known.has(property) || looks.element.has(property)) continue;
    told.say('left_out', name, `${called(name)} ${whatItDoes(property)}. That is left out.`);
  }
}

/** Ours alone: kept where a file of ours comes back. */
const ownOf = ({ positive, measure, interviewerOnly }: Json): Json => ({
  ...(Array.isArray(positive) && { positive }),
  ...(typeof measure === 'string' && { measure }),
  ...(Array.isArray(interviewerOnly) && { interviewerOnly }),
});

function candidatesOf(
  { element, conditions }: Extract<Found, { is: 'question' }>,
  converting: Converting,
): Candidate[] {
  const { told, names } = converting;
  const type = String(element.type ?? '');
  const name = typeof element.name === 'string' && element.name !== '' ? element.name : type;
  if (element.visible === false) {
    told.say('left_out', name, `${called(name)} is hidden from everybody. It is left out.`);
    return [];
  }
  const convert = Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  const id = names.question(name);
  const made = convert?.({ element, name, id }, converting) ?? null;
  if (made === null) {
    const why = Object.hasOwn(refusedTypes, type) ? refusedTypes[type] : `is of a kind we do not know (“${type}”).`;
    if (!convert || type === 'matrix') told.say('left_out', name, `${called(name)} ${why} It is left out.`);
    return [];
  }
  tellUnknown(element, name, converting);
  const must = element.isRequired === true || element.required === true;
  const shared = { ...(must && type !== 'file' && { isRequired: true }), ...ownOf(element) };
  const required = typeof element.requiredIf === 'string' && element.requiredIf !== '' ? [element.requiredIf] : [];
  return [made].flat().map((one) => ({
    // SurveyJS shows the name where there is no title.
    element: { name: id, title: name, ...wordsOf(element, name, converting), ...shared, ...one },
    name,
    visible: conditions,
    required,
  }));
}

/** The question if it is one we ask; else says why it is left out. */
function accepted({ element, name, visible, required }: Candidate, { names, told }: Converting): Item[] {
  const visibleIf = conditionIn(visible, { names, told, name, what: 'Everybody is asked it now.' });
  const requiredIf = conditionIn(required, { names, told, name, what: 'Nobody must answer it now.' });
  const whole = { ...element, ...(visibleIf && { visibleIf }), ...(requiredIf && { requiredIf }) };
  const { success, data, error } = elementSchema.safeParse(whole);
  if (success) return [{ is: 'question', element: data }];
  const what = error.issues.map(({ path }) => path.join(' ')).join(', ');
  told.say('left_out', name, `${called(name)} has something in “${what}” that we cannot read. It is left out.`);
  return [];
}

function itemsOf(found: readonly Found[], converting: Converting): Item[] {
  const candidates = found.map((one) => (one.is === 'question' ? candidatesOf(one, converting) : one));
  const head = (words?: Head['description']): Item => ({
    is: 'head',
    head: words === undefined ? {} : { description: words },
  });
  return candidates.flatMap((one): Item[] => {
    if (Array.isArray(one)) return one.flatMap((each) => accepted(each, converting));
    return one.is === 'words' ? [head(one.words)] : one.is === 'break' ? [head()] : [];
  });
}

function tellWhole(json: Json, { told }: Converting): void {
  const taken = ['title', 'description', 'locale', 'pages', 'elements', 'questions'];
  for (const property of Object.keys(json)) {
    if (taken.includes(property) || looks.survey.has(property)) continue;
    told.say('left_out', '', `The questionnaire ${whatAllDoes(property)}. That is left out.`);
  }
}

/** True for JSON that has questions, or pages for them, as SurveyJS writes them. */
const isSurvey = (json: unknown): json is Json =>
  isObject(json) && [json.pages, json.elements, json.questions].some(Array.isArray);

const nothing = (sentence: string): Imported => ({ survey: null, left: [{ what: 'left_out', where: '', sentence }] });

/**
 * Takes any JSON. Gives a survey whose shape we accept, and a sentence for each thing that was left out or changed on the way;
 * no survey where there is nothing to take. Never throws.
 */
export function importSurveyJs(json: unknown): Imported {
  if (!isSurvey(json))
    return nothing('This is JSON, but not a SurveyJS questionnaire: it has no pages and no questions.');
  const source = typeof json.locale === 'string' && json.locale !== '' ? json.locale : defaultLanguage;
  if (!isLanguage(source))
    return nothing(`It is written in “${source}”. We cannot speak to residents in this language yet.`);
  const converting: Converting = { told: new Told(), source, names: new Names() };
  tellWhole(json, converting);
  const items = itemsOf(walk(json, converting), converting);
  if (!items.some(({ is }) => is === 'question'))
    return { survey: null, left: [...converting.told.all, ...nothing('No question is left that we can ask.').left] };
  const head: SurveyJson = {
    ...(source !== defaultLanguage && { locale: source }),
    ...wordsOf({ title: json.title, description: json.description }, '', converting),
    pages: [],
  };
  const survey = dropConditions(withPageNames(arranged(head, items)), converting.told, (one) => compile(one).problems);
  const count = survey.pages.flatMap(({ elements }) => elements).length;
  if (count > limits.questions)
    converting.told.say(
      'changed',
      '',
      `It has ${count} questions; at most ${limits.questions} can be asked. Remove some before you publish.`,
    );
  return { survey, left: converting.told.all };
}
