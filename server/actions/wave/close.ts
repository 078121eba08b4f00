import { setClosed } from '../../../db/commands/waves.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { changeWave } from './held.ts';

/** Closes a wave now. Late answers are kept and thanked. */
export const closeWave = (deps: Deps, actor: Actor, id: string): Promise<void> =>
  changeWave(deps, actor, id, {
    action: 'wave.close',
    from: ['open', 'paused'],
    otherwise: 'Only a wave in the field can be closed.',
    write: (tx, wave, at) => setClosed(tx, wave.id, at),
  });
