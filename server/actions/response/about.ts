import { insertAudit } from '../../../db/commands/audit.ts';
import { noteOffer, saveProfile } from '../../../db/commands/profiles.ts';
import { transaction } from '../../../db/connect.ts';
import { equalitySettings, offerOf } from '../../../db/queries/profiles.ts';
import type { Survey } from '../../../db/queries/survey.ts';
import type { Nation } from '../../../surveys/fieldwork/bank-holidays.ts';
import { localDate } from '../../../surveys/fieldwork/dates.ts';
import type { State } from '../../../surveys/interview/types.ts';
import { type EqualityStep, equalityFields } from '../../../surveys/profiles/equality.ts';
import { preferNotToSay } from '../../../surveys/profiles/lists.ts';
import type { Deps } from '../../deps.ts';
import { standingOf } from './standing.ts';

/** Who asks: the survey, how far it is, and whether this is the device that answered it. */
export interface Asking {
  survey: Survey;
  state: State;
  known: boolean;
}

/** Somebody who answered some of these questions after a survey is not asked again for so long. */
const restDays = 365;

/** The nation whose lists this landlord asks by; null where it does not ask. */
export async function askedNation({ db }: Pick<Deps, 'db'>): Promise<Nation | null> {
  const { questions, basis, nation } = await equalitySettings(db);
  return questions && basis !== '' ? (nation as Nation) : null;
}

/** The nation whose lists are asked, where these questions may be: a finished survey, on the device that answered it, never an anonymous one. */
export async function aboutNation(deps: Deps, { survey, state, known }: Asking): Promise<Nation | null> {
  if (!known || survey.anonymous || survey.residentId === null) return null;
  if (standingOf(survey, state, deps.clock.now()) !== 'finished') return null;
  return askedNation(deps);
}

/** Whether the questions are to be offered now: once after a survey, and not to somebody who answered them within the year. */
export async function aboutIsDue(deps: Deps, asking: Asking): Promise<boolean> {
  if ((await aboutNation(deps, asking)) === null) return false;
  const since = localDate(deps.clock.now().getTime() - restDays * 86_400_000, asking.survey.timeZone);
  const { residentId, offered, asked } = await offerOf(deps.db, asking.survey.invitationId, since);
  return residentId !== null && !offered && !asked;
}

/** Notes that the questions were offered, whatever came of it. */
export const offeredAbout = (deps: Deps, { invitationId }: Survey) =>
  noteOffer(deps.db, invitationId, deps.clock.now());

/** Whether a code is an answer of the step, or that somebody would rather not say. */
export const isAnswerOf = ({ options }: EqualityStep, code: string): boolean =>
  code === preferNotToSay || options.some((each) => each.code === code);

/** Keeps one answer with the resident's profile, apart from the response. False when it is none of the step's. */
export async function answerAbout(deps: Deps, { survey }: Asking, step: EqualityStep, code: string): Promise<boolean> {
  const { residentId, timeZone } = survey;
  if (residentId === null || !isAnswerOf(step, code)) return false;
  const at = deps.clock.now();
  const said = { field: step.field, code, source: 'survey', asAt: localDate(at.getTime(), timeZone) };
  await transaction(deps.db, async (tx) => {
    await saveProfile(tx, residentId, said);
    const by = { actor: 'resident', actorName: 'The resident' };
    // Without the field: a closer question would tell what was answered before it.
    await insertAudit(tx, { at, ...by, action: 'profile.change', subject: residentId, detail: { source: 'survey' } });
  });
  return true;
}

/** How many questions there are, as the offer says. */
export const aboutCount = equalityFields.length;
