import type { Survey } from '../../../db/queries/survey.ts';
import { progress } from '../../../surveys/interview/progress.ts';
import { earlierQuestion, questionById, route } from '../../../surveys/interview/route.ts';
import { isDealtWith } from '../../../surveys/interview/state.ts';
import type { AnswerValue, State } from '../../../surveys/interview/types.ts';
import type { Frame } from '../../../web/pages/frame.ts';
import type { QuestionPageData } from '../../../web/pages/question.ts';
import { type Form, wordsIn } from '../../actions/response/form.ts';
import { problems } from '../../problem.ts';

/** Which question is shown, and how it stands after a refusal. */
export interface Shown {
  question: string;
  typed: AnswerValue | null;
  error: string | null;
}

interface Source {
  survey: Survey;
  form: Form;
  state: State;
  frame: Frame;
  address: string;
  known: boolean;
  hasDevice: boolean;
}

/** Most questions of a panel take half a minute. */
const questionsAMinute = 2;

/** What this device may see of an earlier answer: only what was given on it. */
function ownAnswer({ state, known }: Source, question: string): AnswerValue | null {
  const answer = state.answers[question];
  return known && answer?.mode === 'web' ? answer.value : null;
}

function isLast({ form, state }: Source, question: string, open: boolean): boolean {
  const others = route(form.compiled, state).filter(({ id }) => id !== question && !isDealtWith(state, id));
  return others.length === 0 && !open;
}

/** All that the page of one question shows. */
export function questionData(source: Source, { question: id, typed, error }: Shown): QuestionPageData {
  const { form, state, survey, frame, address, known, hasDevice } = source;
  const question = questionById(form.compiled, id);
  if (!question) throw problems.notFound('question');
  const at: State = { ...state, cursor: id };
  const here = progress(form.compiled, at);
  const earlier = earlierQuestion(form.compiled, at, id);
  const answers = Object.keys(state.answers).length;
  const back = id in state.answers;
  return {
    action: address,
    question,
    texts: wordsIn(form, frame.language, survey.format).texts,
    progress: here,
    back: earlier === null ? null : `${address}?q=${encodeURIComponent(earlier)}`,
    start:
      state.status === 'new'
        ? { count: here.total, minutes: Math.ceil(here.total / questionsAMinute), until: survey.closesOn }
        : null,
    welcomeBack: !known && !hasDevice && answers > 0 && !back ? answers : null,
    answeredBefore: back && ownAnswer(source, id) === null,
    value: typed ?? ownAnswer(source, id),
    error,
    last: isLast(source, id, here.open),
  };
}
