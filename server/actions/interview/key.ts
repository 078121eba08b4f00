import { keyedSince, surveyOfCode } from '../../../db/queries/keying.ts';
import type { Survey } from '../../../db/queries/survey.ts';
import { readCode } from '../../../surveys/fieldwork/code.ts';
import { dayWords, localDate } from '../../../surveys/fieldwork/dates.ts';
import { readKeyed } from '../../../surveys/interview/answer/keyed.ts';
import { wordQuestion } from '../../../surveys/interview/ask/asked.ts';
import { interviewerMode } from '../../../surveys/interview/check.ts';
import { isAskedIn, nextQuestion, questionById } from '../../../surveys/interview/route.ts';
import type { State } from '../../../surveys/interview/types.ts';
import { languages } from '../../../surveys/language.ts';
import type { Question } from '../../../surveys/questionnaire/types.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { actorRef } from '../audit.ts';
import { type Form, formOf, wordsIn } from '../response/form.ts';
import { standingOf } from '../response/standing.ts';
import { interviewOf, type Taken, takeInput } from '../response/take-input.ts';
import { blankReturn, finishReturn } from './end.ts';
import { asTyped, modeWords, passedWords, refusedWords, takenWords } from './keyed-words.ts';

type KeyedMode = 'paper' | 'telephone' | 'in_person';

/** Opens a survey by its code for staff. Throws `not_found`. */
async function open(
  deps: Deps,
  typed: string,
): Promise<{ survey: Survey; landlord: string; form: Form; state: State }> {
  const code = readCode(typed);
  const found = code === null ? null : await surveyOfCode(deps.db, code);
  if (!found) throw problems.notFound('code. Check the 12 numbers');
  const form = await formOf(deps, found.survey.versionId);
  return { ...found, form, state: interviewOf(found.survey, form) };
}

const cursorOf = (form: Form, state: State): string | null =>
  state.status === 'finished' ? null : (state.cursor ?? nextQuestion(form.compiled, state, null, 'paper'));

/** What is to know before keying: how much came another way, and whether the wave is over. */
function noteOn(survey: Survey, state: State, mode: string, now: Date): string | null {
  const others = Object.values(state.answers).filter((answer) => answer.mode !== mode);
  const [last] = others.toSorted((a, b) => b.at.localeCompare(a.at));
  const today = localDate(now.getTime(), survey.timeZone);
  const on = last ? dayWords(localDate(Date.parse(last.at), survey.timeZone), today) : '';
  const answered = last
    ? `Answered ${others.length} by ${modeWords[last.mode]} on ${on}.${mode === 'paper' ? ' Paper fills only the blanks.' : ''}`
    : null;
  const closed =
    standingOf(survey, state, now) === 'closed'
      ? `The wave closed on ${dayWords(survey.closesOn, today)}. What is keyed is kept.`
      : null;
  return [answered, closed].filter((each) => each !== null).join(' ') || null;
}

/** An answer and the number that stands for it. */
type Keyable = { number: number; id: string; label: string };
const keyable = ({ number, id, label }: Keyable): Keyable => ({ number, id, label });

/** One question as it is keyed: what each number means, and what was keyed for it before. */
export function keyedQuestion(
  question: Question,
  at: number,
  { state, mode }: { state: State; mode: string },
  words: { pageText: string; title: string; options: Keyable[]; unread: Keyable[] },
) {
  const answer = state.answers[question.id];
  const mine = answer?.mode === mode;
  const passed = state.unanswered[question.id];
  return {
    ...words,
    id: question.id,
    number: at + 1,
    kind: question.kind,
    min: question.min,
    max: question.max,
    keyed: mine
      ? asTyped(question, answer.value)
      : passed?.mode === mode
        ? passed.why === 'double_marked'
          ? '*'
          : '-'
        : null,
    answeredBy: answer && !mine ? modeWords[answer.mode] : null,
  };
}

/** Everything the keying page needs of one code. */
export async function openKeying(deps: Deps, typed: string, mode: string) {
  const { survey, landlord, form, state } = await open(deps, typed);
  const now = deps.clock.now();
  const { texts, language } = wordsIn(form, survey.language, survey.format);
  const total = form.compiled.questions.length;
  const questions = form.compiled.questions.flatMap((question, at) => {
    // Its number stays, so that those after it have the numbers on the sheet.
    if (!isAskedIn(question, 'paper')) return [];
    // On paper it is printed; elsewhere an interviewer says it when a page begins.
    const place = { number: at + 1, total, open: false, opensPage: mode !== 'paper' };
    const asked = wordQuestion(question, { texts, language, landlord }, place);
    const unread = mode === interviewerMode ? asked.unread.map(keyable) : [];
    return keyedQuestion(
      question,
      at,
      { state, mode },
      { pageText: asked.pageText, title: asked.title, options: asked.options.map(keyable), unread },
    );
  });
  return {
    code: survey.code ?? '',
    waveName: survey.waveName,
    language,
    dir: languages[language].dir,
    format: survey.format,
    open: standingOf(survey, state, now) !== 'closed',
    note: noteOn(survey, state, mode, now),
    questions,
    cursor: cursorOf(form, state),
    finished: state.status === 'finished',
    keyedToday: await keyedSince(deps.db, localDate(now.getTime(), survey.timeZone), survey.timeZone),
  };
}

export interface Keyed {
  mode: KeyedMode;
  question: string | null;
  typed: string;
  finish: boolean;
  blank: boolean;
}

const told = ({ form, state }: Pick<Taken, 'form' | 'state'>, accepted: boolean, sentence: string) => ({
  accepted,
  sentence,
  cursor: cursorOf(form, state),
  finished: state.status === 'finished',
});

/** What became of one keyed answer, in a sentence. */
function outcome(taken: Taken, question: Question, landlord: string) {
  const { events, state, form, survey } = taken;
  const refused = events.find((event) => event.type === 'answer_refused');
  if (refused) return told(taken, false, refusedWords(question, refused));
  const answer = state.answers[question.id];
  const passed = events.some((event) => event.type === 'question_passed' && event.question === question.id);
  if (passed || !answer) return told(taken, true, passedWords(state, question.id));
  const { texts, language } = wordsIn(form, survey.language, survey.format);
  const asked = wordQuestion(question, { texts, language, landlord }, { number: 0, total: 0, open: false });
  return told(taken, true, takenWords(asked, answer.value));
}

/** Takes one answer as typed, or the end of a return. */
export async function keyAnswer(
  deps: Deps,
  actor: Actor,
  typedCode: string,
  { mode, question: id, typed, finish, blank }: Keyed,
) {
  const { survey, landlord, form, state } = await open(deps, typedCode);
  const giver = { mode, by: actorRef(actor) };
  if (finish || blank) {
    const ended = blank
      ? await blankReturn(deps, actor, survey, state)
      : await finishReturn(deps, survey, state, giver);
    return told({ form, state: ended.state }, ended.accepted, ended.sentence);
  }
  const cursor = id ?? cursorOf(form, state);
  const question = cursor === null ? undefined : questionById(form.compiled, cursor);
  if (!question) throw problems.notFound('question');
  const taken = await takeInput(deps, survey, [readKeyed(question, typed)], giver);
  return outcome(taken, question, landlord);
}
