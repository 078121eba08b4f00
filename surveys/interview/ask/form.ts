/** The questions of an edition as SurveyJS has them, for the form of a large screen: the words, numbers and order of the page. */
import type { Language } from '../../language.ts';
import { phrase } from '../../locales/phrases.ts';
import type { Compiled, QuestionKind } from '../../questionnaire/types.ts';
import { newState } from '../state.ts';
import type { Wording } from './asked.ts';
import { askByWeb, type WebQuestion } from './web.ts';

/** An answer to choose. `or` stands before one that excludes the others. */
export interface FormChoice {
  value: string;
  text: string;
  number: number;
  or?: string;
}

export interface FormElement {
  type: 'radiogroup' | 'checkbox' | 'text' | 'comment' | 'multipletext';
  name: string;
  title: string;
  /** What stands under the question, a line each. */
  description: string;
  choices?: FormChoice[];
  items?: { name: 'day' | 'month' | 'year'; title: string }[];
}

/** SurveyJS JSON: a page a question. Which comes next, and whether an answer may stand, is the server's word: no conditions go out. */
export interface FormSurvey {
  locale: Language;
  pages: { name: string; elements: [FormElement] }[];
}

const types: Partial<Record<QuestionKind, FormElement['type']>> = {
  single: 'radiogroup',
  yes_no: 'radiogroup',
  scale: 'radiogroup',
  multiple: 'checkbox',
  number: 'text',
  date: 'multipletext',
  text: 'comment',
};

/** Whether the form can ask all of it; what it cannot ask is asked by the page. */
export const formCanAsk = ({ questions }: Compiled): boolean =>
  questions.every(({ kind }) => types[kind] !== undefined);

const dateBoxes = (language: Language): FormElement['items'] =>
  (['day', 'month', 'year'] as const).map((name) => ({ name, title: phrase(language, `page.question.${name}`) }));

function elementOf(asked: WebQuestion, language: Language, phone: string): FormElement {
  const { id, kind, title, hint, instruction, options } = asked;
  const danger = kind === 'text' ? phrase(language, 'page.question.danger', { phone }) : '';
  const or = phrase(language, 'page.question.or');
  return {
    type: types[kind] ?? 'comment',
    name: id,
    title,
    description: [hint, instruction, danger].filter((line) => line !== '').join('\n'),
    ...(options.length > 0 && {
      choices: options.map(({ id: value, label: text, number, alone }, at) => ({
        value,
        text,
        number,
        ...(kind === 'multiple' && alone && at > 0 && { or }),
      })),
    }),
    ...(kind === 'date' && { items: dateBoxes(language) }),
  };
}

/** Takes a questionnaire, its words and the landlord's number; gives every question for the form, as the page words it. */
export function askByForm(compiled: Compiled, wording: Wording, phone: string): FormSurvey {
  const { language } = wording;
  const pages = compiled.questions.flatMap((question) => {
    const asked = askByWeb(compiled, { ...newState(language), cursor: question.id }, wording, false);
    return asked ? [{ name: asked.id, elements: [elementOf(asked, language, phone)] as [FormElement] }] : [];
  });
  return { locale: language, pages };
}
