import type { Survey } from '../../../db/queries/survey.ts';
import { formCanAsk } from '../../../surveys/interview/ask/form.ts';
import { askByWeb } from '../../../surveys/interview/ask/web.ts';
import { progress } from '../../../surveys/interview/progress.ts';
import { earlierQuestion } from '../../../surveys/interview/route.ts';
import type { AnswerValue, State } from '../../../surveys/interview/types.ts';
import { easyOf } from '../../../surveys/questionnaire/easy-read.ts';
import { introKey } from '../../../surveys/questionnaire/keys.ts';
import { minutesFor } from '../../../surveys/questionnaire/minutes.ts';
import { fill } from '../../../surveys/questionnaire/words.ts';
import type { Frame } from '../../../web/pages/frame.ts';
import type { PrizeLine, QuestionPageData } from '../../../web/pages/question.ts';
import { pictureOf } from '../../actions/picture/of-edition.ts';
import { type Form, type Words, wordsIn } from '../../actions/response/form.ts';
import { problems } from '../../problem.ts';

/** Which question is shown, and how it stands after a refusal. */
export interface Shown {
  question: string;
  /** What was just filled in, to be shown again; null shows the answer there is. */
  typed: AnswerValue | null;
  error: string | null;
}

/** A survey that was opened, with all a page of it needs. */
export interface Visit {
  survey: Survey;
  form: Form;
  state: State;
  frame: Frame;
  address: string;
  /** This device answered here before and may see what it answered. */
  known: boolean;
  /** This device has answered something at some time. */
  hasDevice: boolean;
  /** Read at the start and at the end only. */
  prize: PrizeLine | null;
}

/** The interview with the cursor on the question shown, holding what this device may see of it: what was given on it, or just typed. */
function seenFrom({ state, known }: Visit, { question, typed }: Shown): State {
  const answer = state.answers[question];
  if (typed !== null) {
    const again = { value: typed, mode: 'web' as const, at: '', by: null };
    return { ...state, cursor: question, answers: { ...state.answers, [question]: again } };
  }
  if (!answer || (known && answer.mode === 'web')) return { ...state, cursor: question };
  return { ...state, cursor: question, answers: { ...state.answers, [question]: { ...answer, value: '' } } };
}

function startOf({ form, survey, frame, state, prize }: Visit, intro: string): QuestionPageData['start'] {
  if (state.status !== 'new') return null;
  const count = progress(form.compiled, state).total;
  const minutes = minutesFor(count);
  return { intro: fill(intro, { landlord: frame.landlord.name }), count, minutes, until: survey.closesOn, prize };
}

/** Easier words and a picture of a question; null when the edition in this language adds nothing to it. */
function easyData(form: Form, id: string, { texts, language }: Pick<Words, 'texts' | 'language'>) {
  const { words, picture: name } = easyOf(id, texts);
  const picture = name === null ? null : pictureOf(name, language, form.pictures);
  if (words === '' && picture === null) return null;
  const src = picture && `data:image/svg+xml,${encodeURIComponent(picture.svg)}`;
  return { words, picture: picture && src ? { src, alt: picture.alt } : null };
}

/** A large screen is given its form only while nothing is answered: who began on the page goes on with the page. */
function surveyFor({ form, state, address }: Visit): string | null {
  const begun = Object.keys(state.answers).length + Object.keys(state.unanswered).length > 0;
  return begun || !formCanAsk(form.compiled) ? null : `${address}/form`;
}

/** All that the page of one question shows. */
export function questionData(visit: Visit, shown: Shown): QuestionPageData {
  const { form, state, survey, frame, address, known, hasDevice } = visit;
  const { texts, language } = wordsIn(form, frame.language, survey.format);
  const seen = seenFrom(visit, shown);
  const asked = askByWeb(form.compiled, seen, { texts, language, landlord: frame.landlord.name }, true);
  if (!asked) throw problems.notFound('question');
  const earlier = earlierQuestion(form.compiled, state, asked.id, 'web');
  const answers = Object.keys(state.answers).length;
  const mine = known && state.answers[asked.id]?.mode === 'web';
  const before = asked.id in state.answers;
  return {
    action: address,
    asked,
    back: earlier === null ? null : `${address}?q=${encodeURIComponent(earlier)}`,
    start: startOf(visit, texts[introKey] ?? ''),
    welcomeBack: !hasDevice && answers > 0 && !before ? answers : null,
    // A page for a photo says itself that there is one.
    answeredBefore: before && !mine && asked.kind !== 'photo',
    error: shown.error,
    easy: survey.format === 'easy_read' ? easyData(form, asked.id, { texts, language }) : null,
    survey: surveyFor(visit),
  };
}
