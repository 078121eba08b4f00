import {
  CustomError,
  Model,
  type Question,
  QuestionMultipleTextModel,
  settings,
  surveyLocalization,
} from 'survey-core';
import type { FormSurvey } from '../../../surveys/interview/ask/form.ts';
import { languageCodes, languages } from '../../../surveys/language.ts';
import { classes } from './look.ts';
import type { AskedPage } from './page.ts';

settings.titleTags.question = 'h1';
settings.animationEnabled = false;
// SurveyJS knows Arabic and Persian to run from the right, and not Urdu.
for (const code of languageCodes) if (languages[code].dir === 'rtl') surveyLocalization.localeDirections[code] = 'rtl';

/** Takes the questions; gives SurveyJS's model of them, which shows one and decides nothing. */
export function modelOf({ locale, pages }: FormSurvey): Model {
  const model = new Model({
    pages,
    showQuestionNumbers: 'off',
    showNavigationButtons: false,
    showTitle: false,
    questionErrorLocation: 'top',
    textUpdateMode: 'onTyping',
    maxTextLength: 0,
    validationEnabled: false,
    widthMode: 'responsive',
    fitToContainer: false,
  });
  // Its own style and pictures stay out: the page has its own, and its policy takes no other.
  model.generateStylesheet = false;
  model.needRenderIcons = false;
  model.locale = locale;
  model.css = classes;
  model.focusFirstQuestionAutomatic = false;
  for (const question of model.getAllQuestions()) {
    if (question.getType() === 'comment') question.setPropertyValue('rows', 5);
    if (question.getType() === 'text') question.setPropertyValue('inputType', 'text');
  }
  return model;
}

export const questionOf = (model: Model, id: string): Question | null => model.getQuestionByName(id);

/** What stands in the boxes of a page, as SurveyJS holds it. */
function valueIn(question: Question, { values }: AskedPage): unknown {
  if (question instanceof QuestionMultipleTextModel)
    return Object.fromEntries(question.items.map(({ name }) => [name, values[name]?.[0] ?? '']));
  const given = values.answer ?? [];
  return question.getType() === 'checkbox' ? given : given[0];
}

/** Turns the model to the question of a page: its value, and what is wrong with it. Gives null when it has no such question. */
export function turnTo(model: Model, page: AskedPage): Question | null {
  const question = questionOf(model, page.question);
  if (!question) return null;
  model.currentPage = question.page;
  question.value = valueIn(question, page);
  question.clearErrors();
  if (page.error) question.addError(new CustomError(page.error, question));
  return question;
}

/** What the page's own form would post. */
export function posted(question: Question, act: 'save' | 'skip'): URLSearchParams {
  const body = new URLSearchParams({ question: question.name, action: act });
  const { value } = question;
  if (question instanceof QuestionMultipleTextModel)
    for (const { name, value: part } of question.items) body.append(name, String(part ?? ''));
  else for (const one of [value ?? []].flat()) body.append('answer', String(one));
  return body;
}
