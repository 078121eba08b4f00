/** The answers of a question of a file. */
import { limits } from '../../limits.ts';
import { called, isObject, type Json, listOf, type Told } from './left.ts';
import type { Names } from './names.ts';
import { type Reading, readWords } from './words.ts';

export interface Converting extends Reading {
  names: Names;
}

/** One answer as it stands in the file: what is stored, and its words. */
function valueAndWords(choice: unknown): { value: string; text: unknown } | null {
  if (typeof choice === 'string' || typeof choice === 'number') return { value: String(choice), text: String(choice) };
  if (!isObject(choice) || (typeof choice.value !== 'string' && typeof choice.value !== 'number')) return null;
  return { value: String(choice.value), text: choice.text ?? String(choice.value) };
}

function tellMore(choice: unknown, name: string, told: Told): void {
  const more = isObject(choice) ? Object.keys(choice).filter((key) => key !== 'value' && key !== 'text') : [];
  if (more.some((key) => key === 'visibleIf' || key === 'enableIf'))
    told.say(
      'changed',
      name,
      `${called(name)} shows some of its answers to some people only. Everybody gets all of them now.`,
    );
}

/** The answers under ids we can keep. Takes the question's name in the file and its id here. */
export function readChoices(list: unknown, name: string, id: string, { names, ...reading }: Converting): Json[] {
  const taken: string[] = [];
  return listOf(list).flatMap((choice) => {
    const found = valueAndWords(choice);
    if (!found) return [];
    tellMore(choice, name, reading.told);
    const value = names.answer(id, found.value, taken);
    taken.push(value);
    const text = readWords(found.text, reading, name);
    return [{ value, ...(text !== undefined && { text }) }];
  });
}

const specials = [
  ['showNoneItem', 'hasNone', 'noneText'],
  ['showRefuseItem', 'hasRefuse', 'refuseText'],
  ['showDontKnowItem', 'hasDontKnow', 'dontKnowText'],
] as const;

/** "None of these", "Prefer not to say" and "Don't know", which we have as SurveyJS does. */
function readSpecials(element: Json, name: string, reading: Reading): Json {
  const all: Json = {};
  for (const [shown, before, words] of specials) {
    if (element[shown] !== true && element[before] !== true) continue;
    all[shown] = true;
    const text = readWords(element[words], reading, name);
    if (text !== undefined) all[words] = text;
  }
  return all;
}

/** "Other" with a box to write in becomes an answer without one. */
function otherChoice(element: Json, name: string, id: string, { names, ...reading }: Converting): Json[] {
  if (element.showOtherItem !== true && element.hasOther !== true) return [];
  reading.told.say(
    'changed',
    name,
    `${called(name)} has “Other” with a box to write in. It is an answer without a box now: ask for the words in a question after it.`,
  );
  names.means(id, 'other', 'other_answer');
  return [{ value: 'other_answer', text: readWords(element.otherText, reading, name) ?? 'Other' }];
}

/** Everything of a choice; null where it has no answers we can offer. */
export function readChoice(element: Json, name: string, id: string, converting: Converting): Json | null {
  const choices = [
    ...readChoices(element.choices, name, id, converting),
    ...otherChoice(element, name, id, converting),
  ];
  const { told } = converting;
  if (choices.length === 0) {
    told.say('left_out', name, `${called(name)} has no answers written in the file. It is left out.`);
    return null;
  }
  if (choices.length > limits.options) {
    told.say(
      'left_out',
      name,
      `${called(name)} offers ${choices.length} answers; paper and telephone can offer ${limits.options}. It is left out.`,
    );
    return null;
  }
  return { choices, ...readSpecials(element, name, converting) };
}
