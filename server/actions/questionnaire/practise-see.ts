import type { Asked } from '../../../surveys/interview/ask/asked.ts';
import { askedNow, wordQuestion } from '../../../surveys/interview/ask/asked.ts';
import { askBySpeech } from '../../../surveys/interview/ask/speech.ts';
import { interviewerMode } from '../../../surveys/interview/check.ts';
import { nextQuestion, questionById } from '../../../surveys/interview/route.ts';
import type { Mode } from '../../../surveys/mode.ts';
import type { Deps } from '../../deps.ts';
import { keyedQuestion } from '../interview/key.ts';
import { passedWords, refusedWords, takenWords } from '../interview/keyed-words.ts';
import { wordsIn } from '../response/form.ts';
import type { Played, Practice } from './practise.ts';
import { textCosting } from './preview.ts';
import { textInvitation } from './preview-post.ts';

function wordingOf({ form, landlord, survey }: Practice, language: string) {
  const { texts, language: got } = wordsIn(form, language, survey.format);
  return { texts, language: got, landlord: landlord.name };
}

function askedAll(practice: Practice): Asked[] {
  const { questions } = practice.form.compiled;
  const wording = wordingOf(practice, practice.draft.language);
  return questions.map((question, at) =>
    wordQuestion(question, wording, { number: at + 1, total: questions.length, open: false, opensPage: true }),
  );
}

/** What would have been recorded: every answer, and every question that was passed over, in the order of the form. */
export function recordedIn(practice: Practice, { state }: Played) {
  return askedAll(practice).flatMap((asked) => {
    const { question, number, title } = asked;
    const answer = state.answers[question.id];
    const passed = state.unanswered[question.id];
    const given = answer ? takenWords(asked, answer.value) : passed && passedWords(state, question.id);
    const mode = answer?.mode ?? passed?.mode;
    return given === undefined || mode === undefined
      ? []
      : [{ number, title, given, mode, counts: answer !== undefined && !answer.offRoute }];
  });
}

/** The conversation of a phone, the invitation first, with what each text of ours costs. */
export async function seeTexts(deps: Deps, { draft, survey }: Practice, { texts }: Played) {
  const invitation = { mine: false, words: await textInvitation(deps, draft) };
  return {
    as: 'text' as const,
    messages: [invitation, ...texts].map(({ mine, words }) => ({ mine, ...textCosting(words, survey.opensOn) })),
  };
}

const cursorOf = ({ form }: Practice, { state }: Played, mode: Mode): string | null =>
  state.status === 'finished' ? null : (state.cursor ?? nextQuestion(form.compiled, state, null, mode));

/** What became of the last answer that was keyed, in the sentence that staff are told. */
function told(practice: Practice, { state, last }: Played) {
  if (last?.turn.by !== 'telephone' && last?.turn.by !== 'paper') return null;
  const question = questionById(practice.form.compiled, last.turn.question);
  if (!question) return null;
  const refused = last.events.find((event) => event.type === 'answer_refused');
  if (refused) return { accepted: false, sentence: refusedWords(question, refused) };
  const answer = state.answers[question.id];
  const passed = last.events.some((event) => event.type === 'question_passed' && event.question === question.id);
  if (passed || !answer) return { accepted: true, sentence: passedWords(state, question.id) };
  const asked = askedAll(practice).find((one) => one.question.id === question.id);
  return { accepted: true, sentence: asked ? takenWords(asked, answer.value) : '' };
}

const keyable = ({ number, id, label }: Asked['options'][number]) => ({ number, id, label });

/** The form to key, or an interviewer's script with its keys: the questions as the screen of the real thing has them. */
export function seeKeys(practice: Practice, played: Played, mode: Extract<Mode, 'telephone' | 'paper'>) {
  const cursor = cursorOf(practice, played, mode);
  const { state } = played;
  const asked = askedNow(
    practice.form.compiled,
    { ...state, cursor },
    wordingOf(practice, practice.draft.language),
    mode,
  );
  const questions = askedAll(practice).map(({ question, pageText, title, options, unread }, at) =>
    keyedQuestion(
      question,
      at,
      { state, mode },
      { pageText, title, options: options.map(keyable), unread: mode === interviewerMode ? unread.map(keyable) : [] },
    ),
  );
  return {
    as: mode,
    script: asked && askBySpeech(asked, practice.draft.language).lines,
    questions,
    cursor,
    told: told(practice, played),
  };
}
