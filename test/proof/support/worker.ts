import { connect } from '../../../db/connect.ts';
import { outliveLostConnections } from '../../../server/lost-connection.node.ts';
import { isDatabaseAway } from '../../../server/problem.ts';
import { drain } from '../../../server/work/drain.ts';
import { peakMb } from '../../support/load.ts';
import { type WorkSettings, workDeps } from './work.ts';

// A process that works off the ledger until it is ended.

const settings = JSON.parse(process.argv[2] ?? '') as WorkSettings;
const deps = workDeps(settings, connect(settings.databaseUrl, { max: 5 }));
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
outliveLostConnections(deps.log);
process.on('SIGTERM', () => {
  console.log(JSON.stringify({ rssMb: peakMb() }));
  process.exit(0);
});
console.log('ready');
for (;;) {
  const until = new Date(deps.clock.now().getTime() + 60_000);
  try {
    await drain(deps, { limit: settings.limit, until, pause });
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
  }
  await pause(100);
}
