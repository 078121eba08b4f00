import type { Deps } from './deps.ts';

/** Time, ids and chance of the real world, from what Node and Workers share. */
export const system: Pick<Deps, 'clock' | 'newId' | 'random' | 'randomBytes'> = {
  clock: { now: () => new Date() },
  newId: () => crypto.randomUUID(),
  random() {
    const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
    return ((high >>> 5) * 2 ** 26 + (low >>> 6)) / 2 ** 53;
  },
  randomBytes: (n) => crypto.getRandomValues(new Uint8Array(n)),
};
