import { type ProofResult, runNamed } from '../support/named.ts';
import { namesIn } from '../support/names.ts';

const here = new URL('./', import.meta.url);
const results = await runNamed<ProofResult>(here, 'proof', namesIn(here, 'proof'));
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
