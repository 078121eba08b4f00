import { closeChannels } from '../channels/registry.ts';
import { connect } from '../db/connect.ts';
import { type Verb, verbs } from './cli/verbs.node.ts';
import { bringUpToDate, openDatabase } from './database.node.ts';
import { nodeDeps } from './deps.node.ts';
import { readEnv } from './env.node.ts';
import { sentenceOf } from './env.ts';
import { outliveLostConnections } from './lost-connection.node.ts';

const usage = (named: Record<string, Verb>) =>
  [
    'Usage: npm run earshot -- VERB',
    ...Object.entries(named).map(([name, verb]) => `  ${`${name} ${verb.takes}`.padEnd(58)}${verb.does}`),
  ].join('\n');

/** Opens the database (the running server's own, when there is one), brings it up to date, runs one verb. */
async function run(verb: Verb, args: string[]): Promise<void> {
  const env = readEnv();
  const database = await openDatabase(env, { share: true });
  try {
    await bringUpToDate(database);
    const pool = connect(database.url, { max: 5 });
    const deps = nodeDeps(env, pool, () => void pool.notify('work', 'cli').catch(() => {}));
    outliveLostConnections(deps.log);
    try {
      console.log(await verb.run(deps, args));
    } finally {
      await closeChannels(deps.channels);
      await pool.end({ timeout: 5 });
    }
  } finally {
    await database.stop();
  }
}

const [name = '', ...args] = process.argv.slice(2);
const verb = verbs[name];
if (verb) {
  await run(verb, args).catch((error: unknown) => {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  });
} else {
  console.error(usage(verbs));
  process.exitCode = name === '' ? 0 : 2;
}
