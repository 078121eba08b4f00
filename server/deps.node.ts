import { buildChannels } from '../channels/build.node.ts';
import { createTypstPrinter } from '../channels/post/typst.node.ts';
import type { Pool } from '../db/connect.ts';
import { createAuth } from './auth/create.ts';
import type { Deps } from './deps.ts';
import type { Env } from './env.ts';
import { keepIn } from './keep.ts';
import { createLog } from './log.ts';
import { system } from './system.ts';

/** Log lines go to standard error: standard output is for the person who started us. */
const log = createLog(system.clock.now, (line) => process.stderr.write(`${line}\n`));

/** The dependencies of a Node process over its pool. */
export function nodeDeps(env: Env, db: Pool, wake: () => void): Deps & { db: Pool } {
  const basis = { ...system, db, env, log };
  const channels = buildChannels(env, keepIn(basis), createTypstPrinter());
  return { ...basis, channels, auth: createAuth(basis), wake };
}
