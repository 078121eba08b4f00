import type { Answer } from '../../../shared/api.ts';
import type { Translate } from '../../words.ts';

export type Questionnaire = Answer<'GET /api/v1/questionnaires/{id}'>;
export type Question = Questionnaire['questions'][number];
type Role = Question['strings'][number]['role'];

/** One piece of wording: its key, and where it stands. Words of the whole have no question. */
export interface WordRow {
  key: string;
  role: Role | 'general';
  question: Question | null;
  /** Which answer it is, from 1; 0 for what is no answer. */
  option: number;
}

function rowsOfQuestion(question: Question): WordRow[] {
  const options = question.strings.filter(({ role }) => role === 'option').map(({ key }) => key);
  return question.strings.map(({ key, role }) => ({ key, role, question, option: options.indexOf(key) + 1 }));
}

/** Every piece of wording in the order in which a resident meets it. */
export const rowsOf = ({ general, questions }: Questionnaire): WordRow[] => [
  ...general.map((key): WordRow => ({ key, role: 'general', question: null, option: 0 })),
  ...questions.flatMap(rowsOfQuestion),
];

/** "Question 2, answer 1". */
export function labelOf({ key, role, question, option }: WordRow, t: Translate): string {
  if (question === null) return t(key === 'title' ? 'wording.title' : 'wording.intro');
  return `${t('wording.question', { number: question.number })}, ${t(`wording.role_${role === 'general' ? 'title' : role}`, { number: option })}`;
}
