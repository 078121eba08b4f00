import { readFileSync } from 'node:fs';
import { connect } from '../../../db/connect.ts';
import { seeImport } from '../../../server/actions/import/see.ts';
import { uploadImport } from '../../../server/actions/import/upload.ts';
import { system } from '../../../server/system.ts';
import { workOnImports } from '../../../server/work/import.ts';
import { testChannels, testDeps } from '../../support/deps.ts';
import { peakMb } from '../../support/load.ts';

// Ours: uploaded, read, checked, applied, as the console and the command line do it.

const [url = '', file = ''] = process.argv.slice(2);
const db = connect(url, { max: 5 });
await db`select 1`;
const deps = { ...testDeps({ db }), ...system, channels: testChannels() };
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
