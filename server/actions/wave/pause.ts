import { setPaused } from '../../../db/commands/waves.ts';
import type { Actor } from '../../actor.ts';
import type { Deps } from '../../deps.ts';
import { changeWave } from './held.ts';

/** Stops sending. What is due waits; answers are still taken. */
export const pauseWave = (deps: Deps, actor: Actor, id: string): Promise<void> =>
  changeWave(deps, actor, id, {
    action: 'wave.pause',
    from: ['open'],
    otherwise: 'Only a wave in the field can be paused.',
    write: (tx, wave, at) => setPaused(tx, wave.id, at),
  });
