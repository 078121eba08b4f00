/**
 * Seeded draws: the same seed and the same list give the same people on any machine, so a draw can be checked years later.
 *
 * The generator is sfc32 (Chris Doty-Humphrey's Small Fast Counter, PractRand 2010): 128 bits of state, passes PractRand to 32 TB.
 * The state comes from the seed by cyrb128, a 128-bit string hash; the first 15 numbers are thrown away.
 */
export type Random = () => number;

/** Numbers from 0 up to, not including, 1. */
export function generator(seed: string): Random {
  let [a, b, c, d] = hash128(seed);
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4_294_967_296;
  };
  for (let warm = 0; warm < 15; warm++) next();
  return next;
}

/**
 * Draws `size` of `ids` at random without putting back (a partial Fisher-Yates shuffle); null, or more than there are, takes all: a census.
 * The list is sorted first, so the order it came in does not matter. Gives the ids drawn, sorted.
 */
export function draw(ids: readonly string[], size: number | null, seed: string): string[] {
  const pool = [...ids].sort();
  if (size === null || size >= pool.length) return pool;
  const random = generator(seed);
  for (let index = 0; index < size; index++) {
    const pick = index + Math.floor(random() * (pool.length - index));
    const chosen = pool[pick] as string;
    pool[pick] = pool[index] as string;
    pool[index] = chosen;
  }
  return pool.slice(0, size).sort();
}

/** All of `ids` in an order of chance that the seed decides, whatever order they came in. */
export function shuffled(ids: readonly string[], seed: string): string[] {
  const pool = [...ids].sort();
  const random = generator(seed);
  for (let last = pool.length - 1; last > 0; last--) {
    const pick = Math.floor(random() * (last + 1));
    [pool[last], pool[pick]] = [pool[pick] as string, pool[last] as string];
  }
  return pool;
}

function hash128(text: string): [number, number, number, number] {
  let [a, b, c, d] = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a];
}
