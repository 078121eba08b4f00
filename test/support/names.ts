import { readdirSync } from 'node:fs';

/** The names of the benchmarks or proofs in a folder. */
export const namesIn = (folder: URL, kind: 'bench' | 'proof'): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(`.${kind}.ts`))
    .map((file) => file.slice(0, -`.${kind}.ts`.length))
    .sort();
