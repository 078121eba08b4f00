import { readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import Papa from 'papaparse';
import postgres from 'postgres';
import { peakMb } from '../../support/load.ts';

// The limit: the file parsed and copied into a table of its columns, which has a key and nothing else.

const [url = '', file = ''] = process.argv.slice(2);
const sql = postgres(url, { max: 1 });
await sql`select 1`;
const began = performance.now();
const { data } = Papa.parse<string[]>(readFileSync(file, 'utf8'));
const [heading = [], ...rows] = data;
await sql.unsafe(
  `create table bare (${heading.map((name) => `"${name}" text`).join(', ')}, primary key ("${heading[0]}"))`,
);
const copy = await sql.unsafe(`copy bare from stdin (format csv)`).writable();
await pipeline([Papa.unparse(rows)], copy);
const ms = performance.now() - began;
await sql.end();
console.log(JSON.stringify({ ms, rssMb: peakMb() }));
