import { setBlank } from '../../../db/commands/dispositions.ts';
import { transaction } from '../../../db/connect.ts';
import type { Survey } from '../../../db/queries/survey.ts';
import { givingWayTo } from '../../../surveys/fieldwork/disposition.ts';
import { hasAnswer } from '../../../surveys/interview/state.ts';
import type { State } from '../../../surveys/interview/types.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { audit } from '../audit.ts';
import { cameBackBlank, type Giver, takeInput } from '../response/take-input.ts';

/** What became of the end of a return. */
export interface Ended {
  accepted: boolean;
  sentence: string;
  state: State;
}

const nothingKeyed = {
  paper: 'Nothing is keyed yet. If the form came back blank, choose Came back blank.',
  other: 'Nothing is keyed yet. Key an answer first.',
} as const;

/** Finishes a return. One without an answer is not taken: it may be the return of another code. */
export async function finishReturn(deps: Deps, survey: Survey, state: State, giver: Giver): Promise<Ended> {
  if (!hasAnswer(state) && state.status !== 'finished')
    return { accepted: false, sentence: nothingKeyed[giver.mode === 'paper' ? 'paper' : 'other'], state };
  const taken = await takeInput(deps, survey, [{ type: 'finish' }], giver);
  return { accepted: true, sentence: 'Finished. All that was keyed is saved.', state: taken.state };
}

/** Says that a form came back blank: no more reminders go out, and whoever has its code may still answer. */
export async function blankReturn(deps: Deps, actor: Actor, survey: Survey, state: State): Promise<Ended> {
  if (hasAnswer(state)) return { accepted: false, sentence: 'There are answers already. Choose Finish.', state };
  const { invitationId } = survey;
  await transaction(deps.db, async (tx) => {
    const at = deps.clock.now();
    await setBlank(tx, { invitationId, yields: givingWayTo('blank'), at, why: cameBackBlank });
    await audit(tx, deps, actor, { action: 'invitation.blank', subject: invitationId });
  });
  return { accepted: true, sentence: 'Came back blank. No more reminders go out.', state };
}
