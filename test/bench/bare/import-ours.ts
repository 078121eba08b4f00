import { readFileSync } from 'node:fs';
import { sandboxChannel } from '../../../channels/sandbox/sandbox.ts';
import { connect } from '../../../db/connect.ts';
import { seeImport } from '../../../server/actions/import/see.ts';
import { uploadImport } from '../../../server/actions/import/upload.ts';
import { createAuth } from '../../../server/auth/create.ts';
import type { Deps } from '../../../server/deps.ts';
import { parseEnv } from '../../../server/env.ts';
import { createLog } from '../../../server/log.ts';
import { system } from '../../../server/system.ts';
import { workOnImports } from '../../../server/work/import.ts';
import { peakMb } from '../../support/load.ts';

// Ours: uploaded, read, checked, applied, as the console and the command line do it.

const [url = '', file = ''] = process.argv.slice(2);
const db = connect(url, { max: 5 });
await db`select 1`;
const never = async (): Promise<never> => {
  throw new Error('An import asks for nothing of this kind');
};
const env = parseEnv({ SECRET: 'bench-'.repeat(8) });
const log = createLog(system.clock.now, (line) => console.error(line));
const deps: Deps = {
  ...system,
  db,
  env,
  log,
  channels: { sms: sandboxChannel('sms', never), email: sandboxChannel('email', never), print: null },
  auth: createAuth({ ...system, db, env, log }),
  wake() {},
};
const clerk = { kind: 'staff', id: 'bench', name: 'Bench', roles: ['officer'] } as const;
const began = performance.now();
const id = await uploadImport(deps, clerk, {
  filename: 'residents.csv',
  file: readFileSync(file),
  goes: 'apply',
  skipBroken: false,
  everybody: false,
  leavers: false,
});
while ((await workOnImports(deps)) > 0);
const ms = performance.now() - began;
const { state, fault } = await seeImport(deps, id);
await db.end();
if (state !== 'applied') throw new Error(`The import is ${state}: ${fault}`);
console.log(JSON.stringify({ ms, rssMb: peakMb() }));
