import { buildChannels } from '../../../channels/build.node.ts';
import type { Pool } from '../../../db/connect.ts';
import type { Deps } from '../../../server/deps.ts';
import { parseEnv } from '../../../server/env.ts';
import { createLog } from '../../../server/log.ts';
import { system } from '../../../server/system.ts';
import { noAuth } from '../../support/no-auth.ts';

/** How a process that works off the ledger is set up: passed to it as JSON. */
export interface WorkSettings {
  databaseUrl: string;
  variables: Record<string, string>;
  /** The clock shows `shows` at the real moment `at`, and goes on from there. */
  clock: { shows: number; at: number };
  limit: number;
}

const never = async (): Promise<never> => {
  throw new Error('Nothing goes to a sandbox here');
};

/** The dependencies of such a process: the channels of Node, a clock that was set, and only faults in its log. */
export function workDeps({ variables, clock }: WorkSettings, db: Pool): Deps & { db: Pool } {
  const env = parseEnv(variables);
  const now = () => new Date(clock.shows + Date.now() - clock.at);
  const log = createLog(now, (line) => {
    if (line.includes('"level":"error"')) console.error(line);
  });
  return {
    ...system,
    clock: { now },
    db,
    env,
    log,
    channels: buildChannels(env, never, null),
    auth: noAuth,
    wake() {},
  };
}
