import type { Pool } from '../../db/connect.ts';
import { startDemo } from '../demo.node.ts';
import type { Deps } from '../deps.ts';
import { backupVerbs } from './backup.node.ts';
import { staffVerbs } from './staff.node.ts';

/** One word of the administrator's command line. */
export interface Verb {
  /** What follows it, such as `FILE`. */
  takes: string;
  does: string;
  /** Gives what to print. An error's message is printed, and the command fails. */
  run(deps: Deps & { db: Pool }, args: string[]): Promise<string>;
}

/** Every verb. Each does its work through an action; this table only finds it. */
export const verbs: Readonly<Record<string, Verb>> = {
  migrate: {
    takes: '',
    does: 'Bring the database up to date (every verb does)',
    run: async () => 'The database is up to date.',
  },
  demo: {
    takes: '',
    does: 'Load the invented demo landlord into an empty database',
    run: async (deps) => {
      const signIns = await startDemo(deps);
      const lines = signIns.map(({ role, email, password }) => `${role}: ${email} ${password}`);
      return ['The demo landlord is loaded. These sign-ins work only on this machine:', ...lines].join('\n');
    },
  },
  ...staffVerbs,
  ...backupVerbs,
};
