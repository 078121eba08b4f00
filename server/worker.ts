import { buildChannels } from '../channels/build.ts';
import { connect } from '../db/connect.ts';
import { isMigrated } from '../db/queries/readiness.ts';
import { createApp, tellProblem } from './app.ts';
import { createAuth } from './auth/create.ts';
import type { Deps } from './deps.ts';
import { parseEnv } from './env.ts';
import { keepIn } from './keep.ts';
import { createLog } from './log.ts';
import { problemFrom, problems } from './problem.ts';
import type { Assets } from './routes/assets.ts';
import { system } from './system.ts';
import { drain } from './work/drain.ts';
import { tick } from './work/tick.ts';

/** What wrangler.toml binds; every other key is a variable or a secret of the environment. */
interface Bindings extends Record<string, unknown> {
  HYPERDRIVE: { connectionString: string };
  ASSETS: { fetch(request: Request): Promise<Response> };
  WORK: { send(body: { kind: 'drain' }): Promise<void> };
}

/** What the runtime gives each event. */
interface Life {
  waitUntil(promise: Promise<unknown>): void;
}

/** A mail handed over by Email Routing. */
interface IncomingMail {
  raw: ReadableStream<Uint8Array>;
  setReject(reason: string): void;
}

const log = createLog(system.clock.now, (line) => console.log(line));

/** Five connections a request: Hyperdrive keeps the real ones. */
const perRequest = 5;

/** Dependencies of one event. A client kept longer fails: a Worker may not use one request's sockets in another. */
function open(bindings: Bindings, life: Life): { deps: Deps; close(): void } {
  const db = connect(bindings.HYPERDRIVE.connectionString, { max: perRequest });
  const basis = { ...system, db, env: parseEnv(bindings), log };
  const wake = () =>
    life.waitUntil(bindings.WORK.send({ kind: 'drain' }).catch((e: unknown) => log.error('wake_failed', e)));
  const deps = { ...basis, channels: buildChannels(basis.env, keepIn(basis)), auth: createAuth(basis), wake };
  return { deps, close: () => life.waitUntil(db.end({ timeout: 5 })) };
}

const assetsOf =
  (bindings: Bindings): Assets =>
  async (path, request) => {
    const found = await bindings.ASSETS.fetch(new Request(new URL(path, request.url), { headers: request.headers }));
    return found.ok ? found : null;
  };

/** Once true in this isolate it stays true; until then every request asks, and is told to come back. */
let migrated = false;

async function answer(request: Request, bindings: Bindings, life: Life): Promise<Response> {
  const { deps, close } = open(bindings, life);
  try {
    migrated ||= await isMigrated(deps.db);
    if (!migrated) throw problems.notReady('The database is not migrated yet.');
    const addressOf = () => request.headers.get('cf-connecting-ip') ?? 'unknown';
    return await createApp(deps, { assets: assetsOf(bindings), addressOf }).fetch(request);
  } catch (error) {
    return tellProblem(problemFrom(error));
  } finally {
    close();
  }
}

/** Runs work without a request, once the database is ready for it. */
async function work(bindings: Bindings, life: Life, run: (deps: Deps) => Promise<unknown>): Promise<void> {
  const { deps, close } = open(bindings, life);
  try {
    if (await isMigrated(deps.db)) await run(deps);
  } finally {
    close();
  }
}

/** A Worker takes smaller batches than a Node process, and ends before its time is up. */
const batch = { limit: 20, ms: 20_000 };

const drainNow = (deps: Deps) =>
  drain(deps, { limit: batch.limit, until: new Date(deps.clock.now().getTime() + batch.ms) });

/** Mail takes the same way in as a provider's webhook: one place decides what becomes of it. */
async function takeMail(mail: IncomingMail, bindings: Bindings, life: Life): Promise<void> {
  const secret = String(bindings.INBOUND_EMAIL_SECRET ?? '');
  const request = new Request(new URL('/webhooks/email', String(bindings.PUBLIC_URL)), {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'message/rfc822' },
    body: await new Response(mail.raw).arrayBuffer(),
  });
  const { status } = await answer(request, bindings, life);
  if (status >= 400) mail.setReject('Please try again later');
}

export default {
  fetch: answer,
  scheduled: (_event: unknown, bindings: Bindings, life: Life) =>
    work(bindings, life, async (deps) => {
      await tick(deps);
      await drainNow(deps);
    }),
  queue: (_batch: unknown, bindings: Bindings, life: Life) => work(bindings, life, drainNow),
  email: takeMail,
};
