/** From a kind of question of SurveyJS to the kinds we ask, each in one function. */
import { limits } from '../../limits.ts';
import { photoTypes } from '../schema.ts';
import { type Converting, readChoice, readChoices } from './choices.ts';
import { called, isObject, type Json, listOf } from './left.ts';
import { joinedWords, readWords } from './words.ts';

/** A question of the file: what it is called there, and here. */
export interface Asked {
  element: Json;
  name: string;
  id: string;
}
/** Its type and what its kind has; several where one becomes several; null where it is left out. */
type Convert = (asked: Asked, converting: Converting) => Json | Json[] | null;

const numberOf = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? Number(value) : otherwise;

const choice =
  (type: 'radiogroup' | 'dropdown' | 'checkbox'): Convert =>
  ({ element, name, id }, converting) => {
    const read = readChoice(element, name, id, converting);
    return read && { type, ...read };
  };

const rating: Convert = ({ element, name, id }, converting) => {
  const values = listOf(element.rateValues);
  if (values.length > 0) return { type: 'radiogroup', choices: readChoices(values, name, id, converting) };
  const rateMin = numberOf(element.rateMin, 1);
  const step = numberOf(element.rateStep, 1);
  const rateMax = numberOf(
    element.rateMax,
    typeof element.rateCount === 'number' ? rateMin + element.rateCount - 1 : 5,
  );
  if (step !== 1) {
    const points = Array.from(
      { length: Math.min(limits.options, (rateMax - rateMin) / step + 1) },
      (_, at) => rateMin + at * step,
    );
    return { type: 'radiogroup', choices: readChoices(points, name, id, converting) };
  }
  const min = readWords(element.minRateDescription, converting, name);
  const max = readWords(element.maxRateDescription, converting, name);
  return {
    type: 'rating',
    rateMin,
    rateMax,
    ...(min !== undefined && { minRateDescription: min }),
    ...(max !== undefined && { maxRateDescription: max }),
  };
};

const boolean: Convert = ({ element, name, id }, converting) => {
  const { names } = converting;
  names.means(id, String(element.valueTrue ?? true), 'yes');
  names.means(id, String(element.valueFalse ?? false), 'no');
  const yes = readWords(element.labelTrue, converting, name);
  const no = readWords(element.labelFalse, converting, name);
  return {
    type: 'boolean',
    valueTrue: 'yes',
    valueFalse: 'no',
    ...(yes !== undefined && { labelTrue: yes }),
    ...(no !== undefined && { labelFalse: no }),
  };
};

const ours = ['text', 'number', 'date'];
const lengthOf = ({ maxLength }: Json): Json =>
  typeof maxLength === 'number' && maxLength >= 1 ? { maxLength: Math.min(maxLength, limits.answerLetters) } : {};

const text: Convert = ({ element, name }, { told }) => {
  const inputType = String(element.inputType ?? 'text');
  if (!ours.includes(inputType)) {
    told.say(
      'changed',
      name,
      `${called(name)} wants “${inputType}”, which paper and texts have no box for. It takes any words now.`,
    );
    return { type: 'text', ...lengthOf(element) };
  }
  if (inputType !== 'number') return { type: 'text', ...(inputType === 'date' ? { inputType } : lengthOf(element)) };
  const [min, max] = [element.min, element.max].map((end) =>
    end === undefined || Number.isNaN(Number(end)) ? undefined : Number(end),
  );
  return { type: 'text', inputType, ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
};

const file: Convert = ({ element, name }, { told }) => {
  const types = String(element.acceptedTypes ?? '')
    .toLowerCase()
    .split(/[\s,]+/);
  if (!types.every((one) => /^image\/|^\.(jpe?g|png|webp|heic|heif|gif|bmp)$/.test(one))) {
    told.say('left_out', name, `${called(name)} asks for a file that need not be a photo. It is left out.`);
    return null;
  }
  if (element.allowMultiple === true)
    told.say('changed', name, `${called(name)} takes several photos. It takes one now.`);
  return { type: 'file', acceptedTypes: photoTypes };
};

/** A row or box as its value and its words. */
const itemOf = (row: unknown): { value: string; words: unknown } => {
  if (!isObject(row)) return { value: String(row), words: String(row) };
  const value = String(row.value ?? row.name ?? '');
  return { value, words: row.text ?? row.title ?? value };
};

/** One question a row: "Our buildings: the stairs". */
function eachRow(
  rows: unknown,
  { element, name }: Asked,
  converting: Converting,
  made: (id: string, row: unknown) => Json,
): Json[] {
  const { names, told } = converting;
  const all = listOf(rows);
  told.say('changed', name, `${called(name)} is a grid. Each of its ${all.length} rows is a question of its own now.`);
  const heading = readWords(element.title, converting, name);
  return all.map((row) => {
    const { value, words } = itemOf(row);
    const id = names.question(`${name}.${value}`);
    return { name: id, title: joinedWords(heading, readWords(words, converting, name)) ?? value, ...made(id, row) };
  });
}

const matrix: Convert = (asked, converting) => {
  if (listOf(asked.element.rows).length === 0 || listOf(asked.element.columns).length === 0) return null;
  return eachRow(asked.element.rows, asked, converting, (id) => ({
    type: asked.element.cellType === 'checkbox' ? 'checkbox' : 'radiogroup',
    choices: readChoices(asked.element.columns, asked.name, id, converting),
  }));
};

const boxes: Convert = (asked, converting) =>
  eachRow(asked.element.items, asked, converting, (_, row) => ({
    type: 'text',
    ...(isObject(row) && row.inputType === 'number' && { inputType: 'number' }),
  }));

const pictures: Convert = (asked, converting) => {
  converting.told.say('changed', asked.name, `${called(asked.name)} shows pictures. Its answers have words only now.`);
  return choice(asked.element.multiSelect === true ? 'checkbox' : 'radiogroup')(asked, converting);
};

export const kinds: Record<string, Convert> = {
  radiogroup: choice('radiogroup'),
  buttongroup: choice('radiogroup'),
  dropdown: choice('dropdown'),
  checkbox: choice('checkbox'),
  tagbox: choice('checkbox'),
  imagepicker: pictures,
  rating,
  boolean,
  text,
  comment: ({ element }) => ({ type: 'comment', ...lengthOf(element) }),
  file,
  matrix,
  multipletext: boxes,
};

/** Properties that the kinds above read. */
const read = `type name title description smsTitle isRequired required visibleIf requiredIf visible positive measure interviewerOnly`;
const readBy: Record<string, string> = {
  choice: `choices showNoneItem hasNone noneText showRefuseItem hasRefuse refuseText showDontKnowItem hasDontKnow dontKnowText
    showOtherItem hasOther otherText otherErrorText multiSelect showLabel imageFit contentMode`,
  rating: 'rateValues rateMin rateMax rateStep rateCount minRateDescription maxRateDescription',
  boolean: 'valueTrue valueFalse labelTrue labelFalse',
  text: 'inputType min max maxLength',
  file: 'acceptedTypes allowMultiple',
  rows: 'rows columns items cellType isAllRowRequired eachRowRequired rowOrder rowsOrder alternateRows',
};
export const known: ReadonlySet<string> = new Set([read, ...Object.values(readBy)].join(' ').split(/\s+/));
