import { buildChannels } from '../channels/build.ts';
import { closeChannels } from '../channels/registry.ts';
import { connect } from '../db/connect.ts';
import { isMigrated } from '../db/queries/readiness.ts';
import { receiveEmail } from './actions/inbound/receive-email.ts';
import { afterBody } from './after-body.ts';
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
  /** The address it was sent to, whatever its headers say. */
  to: string;
  raw: ReadableStream<Uint8Array>;
  rawSize: number;
  /** Sends it back for good. What is thrown instead makes the sender try again. */
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
  const close = () => life.waitUntil(Promise.allSettled([closeChannels(deps.channels), db.end({ timeout: 5 })]));
  return { deps, close };
}

const assetsOf =
  (bindings: Bindings): Assets =>
  async (path, request) => {
    const found = await bindings.ASSETS.fetch(new Request(new URL(path, request.url), { headers: request.headers }));
    return found.ok ? found : null;
  };

/** Once true in this isolate it stays true; until then every request asks, and is told to come back. */
let migrated = false;

async function mustBeMigrated({ db }: Deps): Promise<void> {
  migrated ||= await isMigrated(db);
  if (!migrated) throw problems.notReady('The database is not migrated yet.');
}

async function answer(request: Request, bindings: Bindings, life: Life): Promise<Response> {
  const { deps, close } = open(bindings, life);
  const addressOf = () => request.headers.get('cf-connecting-ip') ?? 'unknown';
  try {
    await mustBeMigrated(deps);
    return afterBody(await createApp(deps, { assets: assetsOf(bindings), addressOf }).fetch(request), close);
  } catch (error) {
    return afterBody(tellProblem(problemFrom(error)), close);
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

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** What a launch or a failed message makes due is written at once, then sent. */
async function sendDue(deps: Deps): Promise<void> {
  await tick(deps);
  const until = new Date(deps.clock.now().getTime() + batch.ms);
  await drain(deps, { limit: batch.limit, until, pause });
}

/** Takes a mail in. An empty one can never be taken and goes back; any fault is thrown, so that the sender tries again. */
async function takeMail(mail: IncomingMail, bindings: Bindings, life: Life): Promise<void> {
  if (mail.rawSize === 0) return mail.setReject('This mail is empty.');
  const { deps, close } = open(bindings, life);
  try {
    await mustBeMigrated(deps);
    const raw = new Uint8Array(await new Response(mail.raw).arrayBuffer());
    await receiveEmail(deps, { provider: 'email', raw, envelopeTo: [mail.to] });
  } catch (error) {
    deps.log.error('mail_failed', error);
    throw error;
  } finally {
    close();
  }
}

export default {
  fetch: answer,
  scheduled: (_event: unknown, bindings: Bindings, life: Life) => work(bindings, life, sendDue),
  queue: (_batch: unknown, bindings: Bindings, life: Life) => work(bindings, life, sendDue),
  email: takeMail,
};
