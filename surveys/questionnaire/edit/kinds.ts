/** The kinds of question an officer chooses from, and how SurveyJS writes each. */
import type { Element } from '../schema.ts';
import { reworded, sourceWords, type Words } from './words.ts';

export const editKinds = [
  'single',
  'multiple',
  'scale',
  'yes_no',
  'number',
  'date',
  'short_text',
  'long_text',
  'photo',
] as const;
export type EditKind = (typeof editKinds)[number];

const kinds: Record<Element['type'], EditKind> = {
  radiogroup: 'single',
  dropdown: 'single',
  checkbox: 'multiple',
  rating: 'scale',
  boolean: 'yes_no',
  text: 'short_text',
  comment: 'long_text',
  file: 'photo',
};

export const editKindOf = (element: Element): EditKind =>
  element.type === 'text' && element.inputType && element.inputType !== 'text'
    ? element.inputType
    : kinds[element.type];

export type Choice = Extract<Element, { type: 'radiogroup' }>['choices'][number];
/** What a question of any kind has. */
type Asked = Pick<
  Element,
  'name' | 'title' | 'description' | 'smsTitle' | 'isRequired' | 'visibleIf' | 'requiredIf' | 'measure'
>;

const asked = (element: Element): Asked => {
  const { name, title, description, smsTitle, isRequired, visibleIf, requiredIf, measure } = element;
  const all = { name, title, description, smsTitle, isRequired, visibleIf, requiredIf, measure };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Asked;
};

/** Answers beside the list, with their words. */
const beside = (element: Element) =>
  'choices' in element
    ? {
        showNoneItem: element.showNoneItem,
        noneText: element.noneText,
        showRefuseItem: element.showRefuseItem,
        refuseText: element.refuseText,
        showDontKnowItem: element.showDontKnowItem,
        dontKnowText: element.dontKnowText,
      }
    : {};

/** A point of a scale as an answer: the words of its end, else its number. */
function pointAsChoice(element: Extract<Element, { type: 'rating' }>, point: number): Choice {
  const { rateMin, rateMax, minRateDescription, maxRateDescription } = element;
  const end = point === rateMin ? minRateDescription : point === rateMax ? maxRateDescription : undefined;
  return { value: String(point), text: end ?? String(point) };
}

/** The answers a question has now, as a list; two to be written where it has none. */
function choicesOf(element: Element): Choice[] {
  if ('choices' in element) return element.choices;
  if (element.type === 'boolean') {
    return [
      { value: 'yes', ...(element.labelTrue !== undefined && { text: element.labelTrue }) },
      { value: 'no', ...(element.labelFalse !== undefined && { text: element.labelFalse }) },
    ];
  }
  if (element.type !== 'rating') return [{ value: 'answer_1' }, { value: 'answer_2' }];
  const { rateMin, rateMax } = element;
  return Array.from({ length: Math.max(2, rateMax - rateMin + 1) }, (_, step) =>
    pointAsChoice(element, rateMin + step),
  );
}

/** A scale of as many points as there were answers, its ends in their words. */
function scaleFrom(
  element: Element,
): Pick<Extract<Element, { type: 'rating' }>, 'rateMin' | 'rateMax' | 'minRateDescription' | 'maxRateDescription'> {
  if (element.type === 'rating') return element;
  if (!('choices' in element) || element.choices.length < 2 || element.choices.length > 11)
    return { rateMin: 1, rateMax: 5 };
  const [first, last] = [element.choices[0]?.text, element.choices.at(-1)?.text];
  return {
    rateMin: 1,
    rateMax: element.choices.length,
    ...(first !== undefined && { minRateDescription: first }),
    ...(last !== undefined && { maxRateDescription: last }),
  };
}

const wordsOfChoice = (element: Element, id: string): Words | undefined =>
  'choices' in element ? element.choices.find(({ value }) => String(value) === id)?.text : undefined;

const madeAs: Record<EditKind, (element: Element) => Element> = {
  single: (element) => ({ ...asked(element), ...beside(element), type: 'radiogroup', choices: choicesOf(element) }),
  multiple: (element) => ({ ...asked(element), ...beside(element), type: 'checkbox', choices: choicesOf(element) }),
  scale: (element) => ({ ...asked(element), type: 'rating', ...scaleFrom(element) }),
  yes_no: (element) => ({
    ...asked(element),
    type: 'boolean',
    valueTrue: 'yes',
    valueFalse: 'no',
    ...(wordsOfChoice(element, 'yes') !== undefined && { labelTrue: wordsOfChoice(element, 'yes') }),
    ...(wordsOfChoice(element, 'no') !== undefined && { labelFalse: wordsOfChoice(element, 'no') }),
  }),
  number: (element) => ({ ...asked(element), type: 'text', inputType: 'number' }),
  date: (element) => ({ ...asked(element), type: 'text', inputType: 'date' }),
  short_text: (element) => ({ ...asked(element), type: 'text' }),
  long_text: (element) => ({ ...asked(element), type: 'comment' }),
  // Nobody can be made to send a photo: most ways of answering have none.
  photo: (element) => ({ ...asked(element), isRequired: undefined, type: 'file', acceptedTypes: 'image/*' }),
};

/** Answers a question offers, as conditions and the answers counted as good name them. */
export function offered(element: Element): string[] {
  if (element.type === 'boolean') return ['yes', 'no'];
  if (element.type === 'rating')
    return Array.from({ length: element.rateMax - element.rateMin + 1 }, (_, step) => String(element.rateMin + step));
  if (!('choices' in element)) return [];
  const special = [
    element.showNoneItem && 'none',
    element.showRefuseItem && 'refused',
    element.showDontKnowItem && 'dontknow',
  ].filter((id) => typeof id === 'string');
  return [...element.choices.map(({ value }) => String(value)), ...special];
}

/** The same question as another kind: its words stay, and its answers where the new kind can have them. */
export function asKind(element: Element, kind: EditKind): Element {
  const made = madeAs[kind](element);
  const good = (element.positive ?? []).filter((id) => offered(made).includes(id));
  return good.length > 0 && good.length === element.positive?.length ? { ...made, positive: good } : made;
}

/** A new question of a kind, with no answers of its own yet. */
export const newElement = (kind: EditKind, name: string, title: string): Element =>
  asKind({ type: 'comment', name, title: reworded(undefined, '', title) ?? '' }, kind);

/** Words of an answer as the officer reads them; those we have a phrase for read as that. */
export function answerWords(element: Element, id: string, source: string): string {
  const spoken: Record<string, string> = {
    yes: 'Yes',
    no: 'No',
    none: 'None of these',
    refused: 'Prefer not to say',
    dontknow: 'Don’t know',
  };
  const of: Record<string, Words | undefined> =
    'choices' in element
      ? { none: element.noneText, refused: element.refuseText, dontknow: element.dontKnowText }
      : element.type === 'boolean'
        ? { yes: element.labelTrue, no: element.labelFalse }
        : {};
  const words = sourceWords(of[id] ?? wordsOfChoice(element, id), source);
  return words || (Object.hasOwn(spoken, id) ? (spoken[id] ?? id) : id);
}
