import type { TextSurvey } from '../../../db/queries/texting.ts';
import type { State } from '../../../surveys/interview/types.ts';
import type { SurveyStanding } from '../response/standing.ts';

/** A survey a text may be about, with where it stands now. */
export interface Candidate {
  survey: TextSurvey;
  state: State;
  standing: SurveyStanding;
}

/** What a text is about. */
export type Choice =
  /** A question of ours waits for this answer. */
  | { about: 'question'; candidate: Candidate }
  /** An invitation or reminder went out, or the code was texted: nothing is asked yet. */
  | { about: 'invitation'; candidate: Candidate }
  | { about: 'late'; candidate: Candidate }
  /** Its code was texted before the first day. */
  | { about: 'not_open'; candidate: Candidate }
  /** Several people use the number and it could be either. */
  | { about: 'several' }
  | { about: 'nothing' };

/** Whether the interview went on another way since our last text: then a bare number answers a question it did not see. */
export function wentOnElsewhere({ survey, state }: Pick<Candidate, 'survey' | 'state'>): boolean {
  const since = Date.parse(survey.lastAt ?? '');
  return [...Object.values(state.answers), ...Object.values(state.unanswered)].some(
    ({ mode, at }) => mode !== 'text' && Date.parse(at) > since,
  );
}

/** Answers are taken, and a paused wave still hears who is answering: a question left unasked would make their next text its answer. */
const takes = ({ standing }: Candidate) => standing === 'open' || standing === 'paused';

/** The last text was a question: what comes next is its answer. */
const isTalking = (candidate: Candidate) =>
  takes(candidate) &&
  candidate.survey.lastKind === 'reply' &&
  candidate.state.status === 'open' &&
  (candidate.state.cursor !== null || candidate.state.choosingLanguage) &&
  !wentOnElsewhere(candidate);

const newestFirst = (a: Candidate, b: Candidate) => (b.survey.lastAt ?? '').localeCompare(a.survey.lastAt ?? '');

/** One candidate, or the newest of one person's; null when they are of several people. */
function oneOf(candidates: readonly Candidate[]): Candidate | null {
  const people = new Set(candidates.map(({ survey }) => survey.residentId));
  return people.size === 1 ? ([...candidates].sort(newestFirst)[0] ?? null) : null;
}

const pick = (about: 'question' | 'invitation', candidates: readonly Candidate[]): Choice => {
  const candidate = oneOf(candidates);
  return candidate ? { about, candidate } : { about: 'several' };
};

const aboutCoded: Record<SurveyStanding, 'late' | 'not_open' | 'invitation'> = {
  closed: 'late',
  not_open: 'not_open',
  open: 'invitation',
  paused: 'invitation',
  finished: 'invitation',
};

/**
 * Which survey a text is about. A code in it decides. Else the one question that is open on this number; else the
 * survey its only user was asked to start; else one that closed. Where two people could be meant nobody is guessed.
 */
export function chooseSurvey(candidates: readonly Candidate[]): Choice {
  const coded = candidates.find(({ survey }) => survey.byCode);
  if (coded) return { about: aboutCoded[coded.standing], candidate: coded };
  const talking = candidates.filter(isTalking);
  if (talking.length > 0) return pick('question', talking);
  const waiting = candidates.filter((one) => takes(one) && one.state.status !== 'finished');
  if (waiting.length > 0) return pick('invitation', waiting);
  const closed = candidates.filter(({ standing, survey }) => standing === 'closed' && survey.lastKind !== null);
  const [newest] = closed.sort(newestFirst);
  const allClosed = candidates.every(({ standing }) => standing === 'closed');
  return newest && allClosed ? { about: 'late', candidate: newest } : { about: 'nothing' };
}
