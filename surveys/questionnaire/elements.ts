/** Apart from the schema, so that what runs in the browser needs no validator. */
import type { Element, SurveyJson } from './schema.ts';

export const elementsOf = (survey: SurveyJson): Element[] => survey.pages.flatMap((one) => one.elements);
