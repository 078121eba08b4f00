import type { Answer, AnswerValue } from '../../../surveys/interview/types.ts';
import { questionKey } from '../../../surveys/questionnaire/keys.ts';
import type { Question, Texts } from '../../../surveys/questionnaire/types.ts';

/** One answer as a person reads it. `own` is what they wrote themselves. */
export interface SaidAnswer {
  question: string;
  answer: string;
  own: boolean;
}

/** The answers of one response with the questions and words they were given to. */
interface Given {
  answers: Record<string, Answer>;
  questions: Question[];
  texts: Texts;
}

export const isGiven = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && 'answers' in value && 'questions' in value && 'texts' in value;

const chosen = ({ options }: Question, texts: Texts, id: string): string => {
  const option = options.find((one) => one.id === id);
  return option ? (texts[option.key] ?? id) : id;
};

const said = (question: Question, texts: Texts, value: AnswerValue): string =>
  (typeof value === 'object' ? value : [value]).map((one) => chosen(question, texts, String(one))).join(', ');

/** Answers in the order of the questions, in the words of the questionnaire. */
export const sayAnswers = ({ answers, questions, texts }: Given, landlord: string): SaidAnswer[] =>
  questions.flatMap((question) => {
    const answer = answers[question.id];
    if (!answer) return [];
    const title = texts[questionKey(question.id, 'title')] ?? question.id;
    const own = question.kind === 'text';
    const words = question.kind === 'photo' ? 'A photo' : said(question, texts, answer.value);
    return [{ question: title.replaceAll('{landlord}', landlord), answer: words, own }];
  });
