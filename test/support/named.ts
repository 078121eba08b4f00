/** What a benchmark prints: one a line, medians of interleaved pairs against the limit it runs itself. */
export interface BenchResult {
  name: string;
  ratio: number;
  ours: number;
  limit: number;
  unit: string;
  n: number;
  rss_mb: number;
}

/** What a reliability proof prints. */
export interface ProofResult {
  name: string;
  ok: boolean;
  tried: number;
  lost: number;
  doubled: number;
  unknown: number;
}

/** A benchmark or proof: the default export of `NAME.bench.ts` or `NAME.proof.ts`. `small`: once, to show that it works. */
export type Runnable<Result> = (options: { small: boolean }) => Promise<Result | Result[]>;

/** Runs the one named on the command line and prints each result as one JSON line. Gives them. */
export async function runNamed<Result>(
  folder: URL,
  kind: 'bench' | 'proof',
  names: readonly string[],
): Promise<Result[]> {
  const [name = '', ...flags] = process.argv.slice(2);
  if (!names.includes(name)) {
    console.error(`Usage: npm run ${kind} -- NAME [--small]\n  ${names.join('\n  ')}`);
    process.exit(2);
  }
  const module = (await import(new URL(`${name}.${kind}.ts`, folder).href)) as { default: Runnable<Result> };
  const results = [await module.default({ small: flags.includes('--small') })].flat() as Result[];
  for (const result of results) console.log(JSON.stringify(result));
  return results;
}
