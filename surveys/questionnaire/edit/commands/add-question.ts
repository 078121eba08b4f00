import { limits } from '../../../limits.ts';
import { elementsOf } from '../../elements.ts';
import { sourceLanguage } from '../../takeapart.ts';
import { flatten, inserted, unflatten } from '../flat.ts';
import { answerId, questionId } from '../ids.ts';
import { type Choice, type EditKind, newElement } from '../kinds.ts';
import { type Command, refuse } from '../outcome.ts';
import { withScale } from '../scale.ts';
import { reworded } from '../words.ts';

export interface AddQuestion {
  kind: EditKind;
  /** What is asked, in the source language; its id is made from it. */
  title: string;
  /** Its place among what is shown; past the end is at the end. */
  to: number;
  /** Words of the answers of a choice, in order. */
  answers?: readonly string[];
  /** A standard scale instead of answers, in these languages. */
  scale?: string;
  languages?: readonly string[];
}

function choicesFrom(answers: readonly string[], source: string): Choice[] {
  const choices: Choice[] = [];
  for (const words of answers) {
    const value = answerId(
      words,
      choices.map((one) => String(one.value)),
    );
    choices.push({ value, text: reworded(undefined, source, words) });
  }
  return choices;
}

/** Adds a question. A choice needs two answers, or a standard scale. */
export const addQuestion: Command<AddQuestion> = (survey, { kind, title, to, answers = [], scale, languages = [] }) => {
  const words = title.trim();
  if (words === '') return refuse('wrong', 'Write what you ask first.');
  const names = elementsOf(survey).map(({ name }) => name);
  if (names.length >= limits.questions) return refuse('wrong', `At most ${limits.questions} questions can be asked.`);
  const name = questionId(words, names);
  const source = sourceLanguage(survey);
  const given = answers.map((one) => one.trim()).filter((one) => one !== '');
  let element = newElement(kind, name, words);
  if ('choices' in element) {
    if (scale === undefined && given.length < 2) return refuse('wrong', 'Write at least two answers, one a line.');
    if (given.length > limits.options) return refuse('wrong', `At most ${limits.options} answers can be offered.`);
    element = scale === undefined ? { ...element, choices: choicesFrom(given, source) } : element;
    if (scale !== undefined) {
      const scaled = withScale(element, scale, source, languages);
      if (!scaled) return refuse('wrong', 'There is no such scale.');
      element = scaled;
    }
  }
  const items = inserted(flatten(survey), { is: 'question', element }, to);
  return { survey: unflatten(survey, items), item: `q.${name}` };
};
