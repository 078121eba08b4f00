import { letterCost, sheetsOf } from '../../../channels/post/prices.ts';
import type { Postage } from '../../../surveys/fieldwork/postage.ts';
import { type Format, formats } from '../../../surveys/format.ts';

/** A letter with the paper form of a survey. */
export interface SurveyLetter {
  format: Format;
  questions: number;
  postage: Postage;
}

/**
 * Pence of one letter on a local date. Braille takes about as many sheets as giant print (a page of 12 point is 3.5 of braille); what a
 * studio or a transcriber asks is not in it.
 */
export const letterCostOf = (on: string, { format, questions, postage }: SurveyLetter): number =>
  letterCost(on, {
    sheets: sheetsOf(questions, formats[format].points ?? formats.giant.points),
    postage,
    folds: format !== 'braille',
  });
