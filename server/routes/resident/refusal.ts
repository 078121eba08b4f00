import type { InterviewEvent, Refusal } from '../../../surveys/interview/types.ts';
import { sayDate } from '../../../surveys/locales/dates.ts';
import type { Question, QuestionKind, Texts } from '../../../surveys/questionnaire/types.ts';
import type { Say } from '../../../web/pages/frame.ts';
import type { Words } from '../../actions/response/form.ts';

type Refused = Extract<InterviewEvent, { type: 'answer_refused' }>;

/** What to say where nothing fitting was filled in, by kind of question. */
const nothing: Record<QuestionKind, (say: Say, question: Question, day: (date: string) => string) => string> = {
  single: (say) => say('error.choose_one'),
  yes_no: (say) => say('error.choose_one'),
  scale: (say) => say('error.choose_one'),
  multiple: (say) => say('error.choose_some'),
  text: (say) => say('error.written'),
  photo: (say) => say('error.photo'),
  date: (say, { earliest, latest }, day) => {
    if (earliest && latest) return say('error.date_range', { min: day(earliest), max: day(latest) });
    if (earliest) return say('error.date_least', { min: day(earliest) });
    return latest ? say('error.date_most', { max: day(latest) }) : say('error.date');
  },
  number: (say, { min, max }) => {
    if (min !== null && max !== null) return say('error.number', { min, max });
    if (min !== null) return say('error.number_least', { min });
    return max === null ? say('error.number_any') : say('error.number_most', { max });
  },
};

const special: Partial<Record<Refusal, (say: Say, refused: Refused, question: Question, texts: Texts) => string>> = {
  too_long: (say, { by }) => say('error.too_long', { count: by ?? 1 }),
  exclusive_clash: (say, _refused, { options }, texts) => {
    const alone = options.find((option) => option.meaning !== null);
    return say('error.exclusive', { option: (alone && texts[alone.key]) || say('answer.none') });
  },
};

/** Why an answer was not taken and what to do, in the resident's words. */
export const refusalWords = (
  say: Say,
  refused: Refused,
  question: Question,
  { texts, language }: Pick<Words, 'texts' | 'language'>,
): string =>
  special[refused.reason]?.(say, refused, question, texts) ??
  nothing[question.kind](say, question, (date) => sayDate(language, date));
