import type { FormSurvey } from '../../surveys/interview/ask/form.ts';

/**
 * A page for a frame inside the console, which has no origin and so can ask the server nothing: the questions of its form travel
 * within it, and its script is asked for as from anywhere.
 */
export const framed = (html: string, survey: FormSurvey): string => {
  const data = JSON.stringify(survey).replaceAll('<', '\\u003c');
  return html
    .replace('<script defer', '<script defer crossorigin')
    .replace('</body>', () => `<script type="application/json" id="survey">${data}</script></body>`);
};
