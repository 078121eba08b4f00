import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect } from '../../db/connect.ts';
import { median } from '../support/load.ts';
import type { BenchResult, Runnable } from '../support/named.ts';
import { startTestPostgres } from '../support/postgres.ts';

const columns =
  'PERSON_REF,TEN_REF,PROP_REF,UPRN,Title,Forename,Surname,DOB,Mobile,Email,Language,Print size,Contact preference,Address 1,Address 2,Post code,Area,Scheme,Property type,Tenure,Tenancy start';

/** A file as a housing system writes it: two people in each home, and one number in thirty written badly. */
function residentsFile(rows: number): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const home = Math.floor(i / 2);
    const mobile = i % 30 === 0 ? `mob 7${700_900_000 + (i % 1000)}` : `07${700_900_000 + (i % 1000)}`;
    const words = [
      ['English', 'Polish', 'Urdu', 'Welsh'][i % 4],
      ['Standard', 'Large print'][i % 2],
      ['Text', 'Email', 'Letter'][i % 3],
    ];
    const born = `${String((i % 28) + 1).padStart(2, '0')}/${String((i % 12) + 1).padStart(2, '0')}/${1940 + (i % 60)}`;
    return `P${i},T${home},H${home},${100_000_000_000 + home},Mrs,Given${i % 997},Family${i % 4001},${born},${mobile},p${i}@example.org,${words.join(',')},${(home % 200) + 1} Elm Court,Millbrook,OX${(home % 9) + 1} ${(home % 9) + 1}AA,Area ${home % 12},Scheme ${home % 80},Flat,General needs,01/04/${2000 + (home % 25)}`;
  });
  return [columns, ...lines].join('\r\n');
}

interface Took {
  ms: number;
  rssMb: number;
}

const sides = {
  ours: new URL('./bare/import-ours.ts', import.meta.url),
  bare: new URL('./bare/import-bare.ts', import.meta.url),
};

/** Runs one side in a process of its own, so that its memory is its own. */
async function run(side: 'ours' | 'bare', url: string, file: string): Promise<Took> {
  // As the command line runs: what is young is collected often, which keeps 50,000 rows under 300 MB (240; 433 without).
  const flags = ['--max-semi-space-size=4'];
  const child = spawn(process.execPath, [...flags, fileURLToPath(sides[side]), url, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`The ${side} import ended with ${code}: ${said}`);
  return JSON.parse(said) as Took;
}

/** A bare parse and COPY of the file against ours: read, checked and recovered cell by cell, judged, shown and applied, all or nothing. */
const bench: Runnable<BenchResult> = async ({ small }) => {
  const rows = small ? 500 : 50_000;
  const rounds = small ? 1 : 5;
  const folder = mkdtempSync(join(tmpdir(), 'earshot-import-'));
  const file = join(folder, 'residents.csv');
  writeFileSync(file, residentsFile(rows));
  const measured: { ours: Took; bare: Took }[] = [];
  for (let round = 0; round < rounds; round++) {
    const postgres = await startTestPostgres({ durable: true });
    const bare = await run('bare', postgres.baseUrl, file);
    const ours = await run('ours', postgres.baseUrl, file);
    const db = connect(postgres.baseUrl, { max: 1 });
    const [kept] = await db<{ n: number }[]>`select count(*)::int as n from household_members where to_date is null`;
    if (kept?.n !== rows) throw new Error(`${kept?.n} of ${rows} people were brought in`);
    await db.end();
    await postgres.stop();
    measured.push({ ours, bare });
  }
  rmSync(folder, { recursive: true, force: true });
  const perSecond = (side: 'ours' | 'bare') => Math.round(rows / (median(measured.map((one) => one[side].ms)) / 1000));
  return {
    name: 'import',
    ratio: Number(median(measured.map(({ ours, bare }) => bare.ms / ours.ms)).toFixed(3)),
    ours: perSecond('ours'),
    limit: perSecond('bare'),
    unit: 'rows/s',
    n: rows * rounds,
    rss_mb: Math.max(...measured.map(({ ours }) => ours.rssMb)),
  };
};

export default bench;
