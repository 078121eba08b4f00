import type { Question } from './types.ts';

/** The keys of the words of a questionnaire. */
export const titleKey = 'title';
export const introKey = 'intro';

/** Words said before the questions of a page. */
export const pageKey = (page: string): string => `p.${page}.text`;

export type QuestionPart = 'title' | 'hint' | 'min' | 'max' | 'sms';
export const questionKey = (question: string, part: QuestionPart): string => `q.${question}.${part}`;
export const optionKey = (question: string, option: string): string => `q.${question}.option.${option}`;
/** What easy read adds to a question: easier words, and the name of a picture. Only its own editions hold them. */
export const easyKey = (question: string): string => `q.${question}.easy`;
export const pictureKey = (question: string): string => `q.${question}.picture`;

const wordParts = ['title', 'hint', 'min', 'max', 'sms'] as const satisfies readonly QuestionPart[];

/** Keys of all the words of a question. */
export const wordKeys = ({ id, options }: Pick<Question, 'id' | 'options'>): string[] => [
  ...wordParts.map((part) => questionKey(id, part)),
  ...options.map((option) => optionKey(id, option.id)),
];
