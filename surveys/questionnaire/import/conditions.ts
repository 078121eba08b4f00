/** Conditions of a file: joined, in our names, and only those we can follow. */
import { withElement } from '../edit/flat.ts';
import type { SurveyJson } from '../schema.ts';
import { ExpressionError, parseExpression } from '../surveyjs.ts';
import type { Expression, Problem } from '../types.ts';
import { writeExpression } from './expression.ts';
import { called, type Told } from './left.ts';
import type { Names } from './names.ts';

interface About {
  names: Names;
  told: Told;
  /** The question it is about, as the file calls it. */
  name: string;
  /** What it means to leave a condition out. */
  what: string;
}

/** SurveyJS compares a yes/no question with true and false; the answers are called yes and no here. */
const quoted = (text: string): string =>
  text.replace(/(=|<>|!=)\s*(true|false)\b/gi, (_, sign: string, word: string) => `${sign} '${word.toLowerCase()}'`);

function parsed(text: string, { told, name, what }: About): Expression | null {
  try {
    return parseExpression(quoted(text));
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    told.say('left_out', name, `${called(name)} has a condition ${error.message}. ${what}`);
    return null;
  }
}

/** All of these conditions as one expression in our names; undefined where there is none we can follow. */
export function conditionIn(texts: readonly string[], about: About): string | undefined {
  const read = texts.flatMap((text) => parsed(text, about) ?? []).map((one) => about.names.inOurs(one));
  const [only] = read;
  if (!only) return undefined;
  return writeExpression(read.length === 1 ? only : { op: 'and', of: read });
}

const conditionCodes = ['condition', 'not_before'];

/** Leaves out the conditions that do not fit the questions asked before them. */
export function dropConditions(
  survey: SurveyJson,
  told: Told,
  problemsOf: (survey: SurveyJson) => Problem[],
): SurveyJson {
  return problemsOf(survey)
    .filter(({ code }) => conditionCodes.includes(code))
    .reduce((left, { where, sentence }) => {
      told.say('left_out', where, `${sentence} The condition is left out.`);
      return withElement(left, where, ({ visibleIf: _, requiredIf: __, ...rest }) => rest);
    }, survey);
}
