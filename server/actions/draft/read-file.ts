import { compile } from '../../../surveys/questionnaire/compile.ts';
import { importSurveyJs } from '../../../surveys/questionnaire/import/import.ts';
import { elementsOf } from '../../../surveys/questionnaire/schema.ts';

/** What of a SurveyJS file we take, and what not. */
export function readFile(surveyjs: unknown) {
  const { survey, left } = importSurveyJs(surveyjs);
  if (survey === null) return { questions: 0, languages: [], left, faults: [] };
  const { problems, editions } = compile(survey);
  return { questions: elementsOf(survey).length, languages: Object.keys(editions), left, faults: problems };
}
