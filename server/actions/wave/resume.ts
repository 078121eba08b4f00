import { setResumed } from '../../../db/commands/waves.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { changeWave } from './held.ts';

/** Goes on sending what waited. */
export const resumeWave = (deps: Deps, actor: Actor, id: string): Promise<void> =>
  changeWave(deps, actor, id, {
    action: 'wave.resume',
    from: ['paused'],
    otherwise: 'Only a paused wave can go on.',
    write: (tx, wave) => setResumed(tx, wave.id),
  });
