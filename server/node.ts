import { once } from 'node:events';
import { type ServerType, serve } from '@hono/node-server';
import { closeChannels } from '../channels/registry.ts';
import { connect } from '../db/connect.ts';
import { landlordSettings } from '../db/queries/settings.ts';
import { addressOf } from './address.node.ts';
import { createApp } from './app.ts';
import { diskAssets } from './assets.node.ts';
import { buildWeb } from './build.node.ts';
import { bringUpToDate, type Database, openDatabase } from './database.node.ts';
import { demoSignIns, startDemo } from './demo.node.ts';
import { nodeDeps } from './deps.node.ts';
import type { Deps } from './deps.ts';
import { readEnv } from './env.node.ts';
import { type Env, sentenceOf } from './env.ts';
import { outliveLostConnections } from './lost-connection.node.ts';
import { drain } from './work/drain.ts';
import { startLoop, type Work } from './work/loop.node.ts';
import { tick } from './work/tick.ts';

/** Messages of a batch, and how long one drain goes on before others have their turn. */
const batch = { limit: 100, ms: 30_000 };

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The work of this process. `hurry` lets a drain begin no new round. */
function workOf(deps: Deps): Work & { hurry(): void } {
  const until = new Date(0);
  return {
    tick: () => tick(deps),
    drain() {
      until.setTime(deps.clock.now().getTime() + batch.ms);
      return drain(deps, { limit: batch.limit, until, pause });
    },
    hurry: () => until.setTime(0),
  };
}

/** Builds, starts and fills the database, opens the door, then says so in one line. Gives what ends it all. */
async function start(): Promise<{ database: Database; stop(): Promise<void> }> {
  const env = readEnv();
  const [database] = await Promise.all([openDatabase(env), buildWeb()]);
  await bringUpToDate(database);
  const pool = connect(database.url);
  let wake = () => {};
  const deps = nodeDeps(env, pool, () => wake());
  outliveLostConnections(deps.log);
  if (database.embedded && (await landlordSettings(pool)) === null) await startDemo(deps);
  const server = serve({
    fetch: createApp(deps, { assets: diskAssets(), addressOf: addressOf(env) }).fetch,
    port: env.port,
  });
  await once(server, 'listening');
  const work = workOf(deps);
  const loop = await startLoop(pool, work, deps);
  wake = loop.wake;
  console.log(readyLine(env));
  const stop = async () => {
    work.hurry();
    await Promise.all([closed(server), loop.stop()]);
    await closeChannels(deps.channels);
    await pool.end({ timeout: 5 });
    await database.stop();
  };
  return { database, stop };
}

/** One line for whoever started us: where it is, and who may sign in where the demo was loaded. */
function readyLine({ publicUrl, dataDir }: Env): string {
  const signIns = demoSignIns(dataDir).map(({ role, email, password }) => `${role} ${email} ${password}`);
  const demo = signIns.length === 0 ? '' : ` Demo sign-ins at ${publicUrl}/console: ${signIns.join(', ')}`;
  return `Earshot is ready at ${publicUrl}.${demo}`;
}

/** Takes no more requests and waits for those at work; idle connections are closed. */
function closed(server: ServerType): Promise<unknown> {
  const done = once(server, 'close');
  server.close();
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  return done;
}

const fail = (error: unknown): never => {
  console.error(sentenceOf(error));
  process.exit(1);
};

const running = await start().catch(fail);
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    running.stop().then(() => process.exit(0), fail);
  });
}
await running.database.ended;
fail(new Error('The embedded database ended. Start again: nothing that was saved is lost.'));
