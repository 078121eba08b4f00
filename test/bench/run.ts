import { type BenchResult, runNamed } from '../support/named.ts';
import { namesIn } from '../support/names.ts';

const here = new URL('./', import.meta.url);
await runNamed<BenchResult>(here, 'bench', namesIn(here, 'bench'));
