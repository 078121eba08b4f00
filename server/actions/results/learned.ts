import type { Deps } from '../../deps.ts';

/** One sentence of a closed wave, from disclosed results. */
export interface Learned {
  waveId: string;
  name: string;
  sentence: string;
}

/** What the newest closed waves said; nothing before there are results. */
export const learned = async (_deps: Deps): Promise<Learned[]> => [];
