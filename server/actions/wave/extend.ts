import { reviveInvitations, setClosesOn } from '../../../db/commands/waves.ts';
import { bankHolidaysKnownUntil } from '../../../surveys/fieldwork/bank-holidays.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { problems } from '../../problem.ts';
import { changeWave } from './held.ts';

/** Lets a wave run longer. Steps that no longer had time come back. */
export async function extendWave(deps: Deps, actor: Actor, id: string, closesOn: string): Promise<void> {
  await changeWave(deps, actor, id, {
    action: 'wave.extend',
    from: ['open', 'paused'],
    otherwise: 'Only a wave in the field can run longer.',
    detail: { closesOn },
    write: async (tx, wave, at) => {
      if (closesOn <= wave.closesOn)
        throw problems.conflict('not_later', `The wave is open until ${wave.closesOn} already.`);
      if (closesOn > bankHolidaysKnownUntil)
        throw problems.conflict('too_late', `Bank holidays are known until ${bankHolidaysKnownUntil} only.`);
      await setClosesOn(tx, wave.id, closesOn);
      await reviveInvitations(tx, wave.id, at);
    },
  });
}
